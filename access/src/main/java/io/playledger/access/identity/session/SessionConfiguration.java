package io.playledger.access.identity.session;

import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.Secrets;
import io.playledger.runtime.wiring.EventStoreWriterSource;
import io.playledger.web.http.KeyedHash;
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
        secrets.box(SealedData.SESSION_ADDRESSES),
        new KeyedHash(secrets.hashKey(HashPurpose.REFRESH_TOKEN_SUCCESSOR)),
        new KeyedHash(secrets.hashKey(HashPurpose.REFRESH_TOKEN_BEARER)),
        new TransactionTemplate(transactions),
        standings,
        settings,
        clock);
  }
}
