package io.playledger.server.identity;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.SecurityContext;
import io.playledger.api.PersonalTexts;
import io.playledger.runtime.command.Commands;
import io.playledger.server.config.IdentitySettings;
import io.playledger.server.config.SecretBox;
import io.playledger.server.config.Secrets;
import io.playledger.server.http.CommandGate;
import io.playledger.server.http.KeyedHash;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Wires accounts, passwords, tokens and the keys of persons. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstAdminSettings.class)
public class IdentityConfiguration {

  @Bean
  PersonalTexts personalTexts(DataSource database, Secrets secrets, IdentitySettings settings) {
    return new SealedPersonalTexts(
        new PersonKeys(
            JdbcClient.create(database),
            new SecretBox(secrets.derive("person-keys")),
            settings.personKeyCacheEntriesMax()));
  }

  @Bean
  SigningKeys signingKeys(DataSource database, Secrets secrets) {
    return SigningKeys.loadOrCreate(
        JdbcClient.create(database), new SecretBox(secrets.derive("signing-keys")));
  }

  @Bean
  AccessTokens accessTokens(SigningKeys keys, IdentitySettings settings, Clock clock) {
    return new AccessTokens(
        new NimbusJwtEncoder(new ImmutableJWKSet<SecurityContext>(keys.all())),
        keys.signingKeyId(),
        settings,
        clock);
  }

  @Bean
  Accounts accounts(DataSource database) {
    return new Accounts(JdbcClient.create(database));
  }

  @Bean
  AccountRoles accountRoles(Accounts accounts, IdentitySettings settings) {
    return new AccountRoles(
        accounts, Duration.ofMillis(settings.roleCacheMillisMax()), settings.roleCacheEntriesMax());
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
      Secrets secrets,
      Clock clock) {
    return new Registration(
        accounts,
        passwords,
        texts,
        commands,
        new KeyedHash(secrets.derive("email-hash")),
        new SecretBox(secrets.derive("email")),
        clock);
  }

  @Bean
  Login login(
      Registration registration, Accounts accounts, Passwords passwords, AccessTokens tokens) {
    return new Login(registration, accounts, passwords, tokens);
  }

  @Bean
  PasswordChange passwordChange(Accounts accounts, Passwords passwords) {
    return new PasswordChange(accounts, passwords);
  }

  @Bean
  @Order(1)
  FirstAdmin firstAdmin(
      FirstAdminSettings settings,
      Registration registration,
      Accounts accounts,
      AccountRoles roles,
      Passwords passwords,
      Commands commands,
      Clock clock) {
    return new FirstAdmin(settings, registration, accounts, roles, passwords, commands, clock);
  }
}
