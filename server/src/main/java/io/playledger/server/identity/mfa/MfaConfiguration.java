package io.playledger.server.identity.mfa;

import io.playledger.server.config.SecretBox;
import io.playledger.server.config.Secrets;
import io.playledger.server.http.KeyedHash;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the second factor. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MfaSettings.class)
public class MfaConfiguration {

  @Bean
  SecondFactors secondFactors(
      DataSource database,
      Secrets secrets,
      TransactionTemplate transactions,
      MfaSettings settings,
      Clock clock) {
    JdbcClient sql = JdbcClient.create(database);
    return new SecondFactors(
        new FactorTable(sql),
        new SecretBox(secrets.derive("second-factor")),
        new BackupCodes(sql, new KeyedHash(secrets.derive("backup-codes"))),
        transactions,
        settings,
        clock);
  }
}
