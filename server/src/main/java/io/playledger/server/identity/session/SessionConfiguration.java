package io.playledger.server.identity.session;

import io.playledger.runtime.wiring.EventStoreWriterSource;
import io.playledger.server.config.SecretBox;
import io.playledger.server.config.Secrets;
import io.playledger.server.http.KeyedHash;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires sessions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionSettings.class)
public class SessionConfiguration {

  @Bean(initMethod = "start")
  Notices notices(EventStoreWriterSource connections, DataSource database) {
    return new Notices(connections.dataSource(), JdbcClient.create(database));
  }

  @Bean
  Standings standings(DataSource database, Notices notices, SessionSettings settings) {
    return new Standings(JdbcClient.create(database), notices, settings);
  }

  @Bean
  Sessions sessions(
      DataSource database,
      Secrets secrets,
      PlatformTransactionManager transactions,
      Standings standings,
      SessionSettings settings,
      Clock clock) {
    return new Sessions(
        new SessionTable(JdbcClient.create(database)),
        new SecretBox(secrets.derive("session-address")),
        new KeyedHash(secrets.derive("refresh-token-successor")),
        new KeyedHash(secrets.derive("refresh-token-bearer")),
        new TransactionTemplate(transactions),
        standings,
        settings,
        clock);
  }
}
