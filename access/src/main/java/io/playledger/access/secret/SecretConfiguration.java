package io.playledger.access.secret;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the keys of the installation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MasterKeySettings.class, ResealingSettings.class})
public class SecretConfiguration {

  @Bean
  Secrets secrets(
      MasterKeySettings settings, DataSource database, TransactionTemplate transactions) {
    JdbcClient sql = JdbcClient.create(database);
    List<MasterKey> keys = MasterKeys.find(settings);
    return transactions.execute(
        status -> {
          Optional<MasterKey> unnamed = new MasterKeyCheck(sql).enter(keys);
          SecretBox box = new RotatingBox(keys, SealedData.HASH_KEYS.purpose());
          return new Secrets(keys, new HashKeys(sql, box).all(unnamed));
        });
  }

  /** Starts after the secrets, when the key is recorded. */
  @Bean
  MasterKeyUses masterKeyUses(
      DataSource database, Secrets secrets, TransactionTemplate transactions) {
    return new MasterKeyUses(JdbcClient.create(database), transactions);
  }

  @Bean
  Resealing resealing(
      DataSource database,
      Secrets secrets,
      MasterKeyUses uses,
      TransactionTemplate transactions,
      ResealingSettings settings,
      MeterRegistry registry,
      Clock clock) {
    SealedValues values = new SealedValues(JdbcClient.create(database));
    return new Resealing(
        uses,
        () -> new ResealingPass(values, secrets, transactions),
        secrets,
        settings,
        registry,
        clock);
  }
}
