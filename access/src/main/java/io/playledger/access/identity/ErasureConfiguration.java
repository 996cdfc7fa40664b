package io.playledger.access.identity;

import io.playledger.access.identity.mfa.MfaSettings;
import io.playledger.access.identity.session.Sessions;
import io.playledger.web.http.CommandGate;
import io.playledger.web.http.CurrentReads;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the erasure of persons. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
public class ErasureConfiguration {

  @Bean
  ErasureTable erasureTable(DataSource database) {
    return new ErasureTable(JdbcClient.create(database));
  }

  @Bean
  AccountRemains accountRemains(
      DataSource database, PersonKeys keys, ErasureTable erasures, Clock clock) {
    return new AccountRemains(JdbcClient.create(database), keys, erasures, clock);
  }

  @Bean
  Erasure erasure(
      CurrentReads reads,
      CommandGate commands,
      FollowedCommands followed,
      ErasureTable erasures,
      Accounts accounts,
      Clock clock) {
    return new Erasure(
        new OpenBusiness(reads), reads, commands, followed, erasures, accounts, clock);
  }

  @Bean
  FreshSignIn freshSignIn(
      SecondProof secondProof, Sessions sessions, MfaSettings settings, Clock clock) {
    return new FreshSignIn(secondProof, sessions, settings, clock);
  }

  @Bean
  ErasedTraces erasedTraces(DataSource database) {
    return new ErasedTraces(database);
  }

  @Bean
  ErasureUpkeep erasureUpkeep(
      ErasureTable erasures,
      AccountFollowing following,
      ErasedTraces traces,
      ErasureSettings settings,
      Clock clock) {
    return new ErasureUpkeep(erasures, following, traces, settings, clock);
  }
}
