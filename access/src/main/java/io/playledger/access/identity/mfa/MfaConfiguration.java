package io.playledger.access.identity.mfa;

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
        secrets.box(SealedData.SECOND_FACTORS),
        new BackupCodes(sql, new KeyedHash(secrets.hashKey(HashPurpose.BACKUP_CODE))),
        transactions,
        settings,
        clock);
  }
}
