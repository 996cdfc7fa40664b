package io.playledger.access.identity;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.mfa.SecondFactors;
import io.playledger.access.identity.session.Sessions;
import io.playledger.api.PersonalTexts;
import io.playledger.query.PersonalRecords;
import java.time.Clock;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Wires exports of what is held on a person. */
@Configuration(proxyBeanMethods = false)
public class ExportConfiguration {

  @Bean
  AccountRecords accountRecords(
      Accounts accounts,
      EmailAddresses emails,
      EmailChangeTable changes,
      Sessions sessions,
      ExternalIdentities identities,
      SecondFactors factors,
      DataSource database) {
    return new AccountRecords(
        accounts, emails, changes, sessions, identities, factors, JdbcClient.create(database));
  }

  @Bean
  ExportAnswers exportAnswers(
      Accounts accounts,
      AccountRecords accountRecords,
      PersonalRecords records,
      EventStore log,
      PersonalTexts texts,
      PlatformTransactionManager transactions,
      JsonMapper json,
      AuditTrail audit,
      Clock clock) {
    TransactionTemplate snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    return new ExportAnswers(
        accounts,
        new PersonalExport(accountRecords, records, log, texts, snapshot, json, clock),
        audit);
  }
}
