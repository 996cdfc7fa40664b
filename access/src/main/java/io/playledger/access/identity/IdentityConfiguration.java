package io.playledger.access.identity;

import io.playledger.access.apikey.KeyOwners;
import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.mfa.MfaSettings;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.session.Notices;
import io.playledger.access.identity.session.SessionSettings;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.session.Standings;
import io.playledger.access.mail.MailOutbox;
import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.Secrets;
import io.playledger.api.PersonalTexts;
import io.playledger.runtime.command.Commands;
import io.playledger.web.http.CommandGate;
import io.playledger.web.http.KeyedHash;
import io.playledger.web.limit.RateLimiter;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires accounts, passwords, access tokens and the keys of persons. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({FirstAdminSettings.class, IdentitySettings.class})
public class IdentityConfiguration {

  @Bean
  PersonKeys personKeys(
      DataSource database, Secrets secrets, Notices notices, IdentitySettings settings) {
    return new PersonKeys(
        JdbcClient.create(database),
        secrets.box(SealedData.PERSON_KEYS),
        notices,
        settings.personKeyCacheEntriesMax(),
        settings.personKeyCacheMillisMax());
  }

  @Bean
  PersonalTexts personalTexts(PersonKeys keys) {
    return new SealedPersonalTexts(keys);
  }

  @Bean
  SigningKeys signingKeys(
      DataSource database,
      Secrets secrets,
      Notices notices,
      TransactionTemplate transactions,
      IdentitySettings settings,
      Clock clock) {
    return new SigningKeys(
        new SigningKeyTable(JdbcClient.create(database)),
        secrets.box(SealedData.SIGNING_KEYS),
        notices,
        transactions,
        settings.accessTokenAge().plus(SecurityConfiguration.CLOCK_SKEW_MAX),
        clock);
  }

  @Bean
  AccessTokens accessTokens(SigningKeys keys, IdentitySettings settings, Clock clock) {
    return new AccessTokens(new NimbusJwtEncoder(keys.signing()), keys, settings, clock);
  }

  @Bean
  Accounts accounts(DataSource database) {
    return new Accounts(JdbcClient.create(database));
  }

  @Bean
  AccountFollowing accountFollowing(
      EventStore log,
      Accounts accounts,
      AccountRemains remains,
      Sessions sessions,
      Standings standings,
      TransactionTemplate transactions,
      Clock clock) {
    return new AccountFollowing(log, accounts, remains, sessions, standings, transactions, clock);
  }

  @Bean
  FollowedCommands followedCommands(CommandGate commands, AccountFollowing following) {
    return new FollowedCommands(commands, following);
  }

  @Bean
  SignIns signIns(
      Accounts accounts, Sessions sessions, AccessTokens tokens, AuditTrail audit, Clock clock) {
    return new SignIns(accounts, sessions, tokens, audit, clock);
  }

  @Bean
  IdentityUpkeep identityUpkeep(
      Sessions sessions,
      OneTimeTokens oneTimeTokens,
      EmailChange emailChange,
      SignInSteps signInSteps,
      SigningKeys keys,
      AuditTrail audit,
      SessionSettings sessionSettings,
      IdentitySettings settings) {
    return new IdentityUpkeep(
        sessions, oneTimeTokens, emailChange, signInSteps, keys, audit, sessionSettings, settings);
  }

  /** API keys act for their owners. */
  @Bean
  KeyOwners keyOwners(Standings standings, FreshSignIn freshSignIn) {
    return new AccountKeyOwners(standings, freshSignIn);
  }

  @Bean
  Passwords passwords(IdentitySettings settings) {
    return new Passwords(settings);
  }

  @Bean
  Registration registration(
      Accounts accounts,
      Passwords passwords,
      PersonalTexts texts,
      CommandGate commands,
      EmailAddresses emails,
      MailOutbox outbox,
      TransactionTemplate transactions,
      Clock clock) {
    return new Registration(
        accounts, passwords, texts, commands, emails, outbox, transactions, clock);
  }

  @Bean
  GuessBrake guessBrake(RateLimiter limits, EmailAddresses emails, Sessions sessions) {
    return new GuessBrake(limits, emails, sessions);
  }

  @Bean
  Login login(
      Registration registration,
      GuessBrake brake,
      Passwords passwords,
      SignIns signIns,
      SecondFactors secondFactors,
      SecondProof secondProof,
      OneTimeTokens tokens,
      AuditTrail audit,
      Clock clock) {
    return new Login(
        registration, brake, passwords, signIns, secondFactors, secondProof, tokens, audit, clock);
  }

  @Bean
  SecondProof secondProof(SecondFactors factors, AuditTrail audit) {
    return new SecondProof(factors, audit);
  }

  @Bean
  StaffFactors staffFactors(MfaSettings settings, Clock clock) {
    return new StaffFactors(settings, clock);
  }

  @Bean
  PasswordChange passwordChange(
      Accounts accounts,
      Passwords passwords,
      OneTimeTokens tokens,
      Sessions sessions,
      AuditTrail audit) {
    return new PasswordChange(accounts, passwords, tokens, sessions, audit);
  }

  @Bean
  EmailAddresses emailAddresses(Secrets secrets) {
    return new EmailAddresses(
        new KeyedHash(secrets.hashKey(HashPurpose.EMAIL)), secrets.box(SealedData.EMAILS));
  }

  @Bean
  @Order(1)
  FirstAdmin firstAdmin(
      FirstAdminSettings settings,
      Registration registration,
      Accounts accounts,
      AccountFollowing following,
      Sessions sessions,
      Passwords passwords,
      OneTimeTokens tokens,
      SecondFactors secondFactors,
      Commands commands,
      Clock clock) {
    return new FirstAdmin(
        settings,
        registration,
        accounts,
        following,
        sessions,
        passwords,
        tokens,
        secondFactors,
        commands,
        clock);
  }
}
