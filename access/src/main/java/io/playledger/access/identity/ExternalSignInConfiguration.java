package io.playledger.access.identity;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.RedirectProviders;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.oauth.OAuthSettings;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.telegram.TelegramSettings;
import io.playledger.access.mail.MailOutbox;
import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.Secrets;
import io.playledger.web.http.KeyedHash;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the ways in through other sites. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TelegramSettings.class)
public class ExternalSignInConfiguration {

  @Bean
  ExternalIdentities externalIdentities(DataSource database, Secrets secrets) {
    return new ExternalIdentities(
        JdbcClient.create(database),
        new KeyedHash(secrets.hashKey(HashPurpose.EXTERNAL_IDENTITY)),
        secrets.box(SealedData.EXTERNAL_IDENTITIES));
  }

  @Bean
  Newcomers newcomers(
      Accounts accounts,
      ExternalIdentities identities,
      EmailAddresses emails,
      TransactionTemplate transactions,
      Clock clock) {
    return new Newcomers(accounts, identities, emails, transactions, clock);
  }

  @Bean
  ExternalSignIn externalSignIn(
      Accounts accounts,
      Registration registration,
      Newcomers newcomers,
      ExternalIdentities identities,
      Login login,
      SignIns signIns,
      MailOutbox outbox,
      TransactionTemplate transactions,
      AuditTrail audit,
      Clock clock) {
    return new ExternalSignIn(
        accounts,
        registration,
        newcomers,
        identities,
        login,
        signIns,
        outbox,
        transactions,
        audit,
        clock);
  }

  @Bean
  SignInSteps signInSteps(
      DataSource database, Secrets secrets, OAuthSettings settings, Clock clock) {
    return new SignInSteps(
        JdbcClient.create(database),
        secrets.box(SealedData.SIGN_IN_STEPS),
        settings.stepsMax(),
        clock);
  }

  @Bean
  ExternalJourneys externalJourneys(
      RedirectProviders providers, SignInSteps steps, OAuthSettings settings) {
    return new ExternalJourneys(providers, steps, new FrontEnds(settings.frontEnds()));
  }

  @Bean
  Unlinking unlinking(
      Accounts accounts,
      ExternalIdentities identities,
      OneTimeTokens tokens,
      Sessions sessions,
      TransactionTemplate transactions,
      AuditTrail audit) {
    return new Unlinking(accounts, identities, tokens, sessions, transactions, audit);
  }
}
