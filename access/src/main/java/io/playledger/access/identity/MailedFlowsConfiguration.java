package io.playledger.access.identity;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.mail.MailOutbox;
import io.playledger.access.mail.MailSettings;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires flows with mailed links, and the rules of passwords. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreachSettings.class)
public class MailedFlowsConfiguration {

  @Bean
  OneTimeTokens oneTimeTokens(DataSource database, Clock clock) {
    return new OneTimeTokens(JdbcClient.create(database), clock);
  }

  @Bean
  EmailChangeTable emailChanges(DataSource database) {
    return new EmailChangeTable(JdbcClient.create(database));
  }

  @Bean
  AccountMails accountMails(
      Accounts accounts,
      EmailAddresses emails,
      EmailChangeTable changes,
      OneTimeTokens tokens,
      MailSettings settings,
      Clock clock) {
    return new AccountMails(accounts, emails, changes, tokens, settings.linkBase(), clock);
  }

  @Bean
  EmailChange emailChange(
      Accounts accounts,
      EmailAddresses emails,
      EmailChangeTable changes,
      OneTimeTokens tokens,
      MailOutbox outbox,
      Sessions sessions,
      TransactionTemplate transactions,
      AuditTrail audit,
      Clock clock) {
    return new EmailChange(
        accounts, emails, changes, tokens, outbox, sessions, transactions, audit, clock);
  }

  @Bean
  PasswordRules passwordRules(BreachSettings settings) {
    return new PasswordRules(
        settings.enabled()
            ? new BreachRangeClient(settings.rangeUrl(), settings.timeout())
            : password -> false);
  }

  @Bean
  EmailVerification emailVerification(
      Accounts accounts,
      EmailAddresses emails,
      OneTimeTokens tokens,
      MailOutbox outbox,
      TransactionTemplate transactions,
      AuditTrail audit) {
    return new EmailVerification(accounts, emails, tokens, outbox, transactions, audit);
  }

  @Bean
  PasswordReset passwordReset(
      Accounts accounts,
      EmailAddresses emails,
      Passwords passwords,
      PasswordRules rules,
      OneTimeTokens tokens,
      MailOutbox outbox,
      Sessions sessions,
      TransactionTemplate transactions,
      AuditTrail audit) {
    return new PasswordReset(
        accounts, emails, passwords, rules, tokens, outbox, sessions, transactions, audit);
  }
}
