package io.playledger.access.apikey;

import io.playledger.access.audit.AuditTrail;
import io.playledger.web.call.CommandGate;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires API keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiKeySettings.class)
public class ApiKeyConfiguration {

  @Bean
  ApiKeys apiKeys(DataSource database) {
    return new ApiKeys(JdbcClient.create(database));
  }

  @Bean
  KnownKeys knownKeys(ApiKeys keys, KeyOwners owners, ApiKeySettings settings, Clock clock) {
    return new KnownKeys(keys, owners, settings, clock);
  }

  @Bean
  ApiKeyUsage apiKeyUsage(DataSource database, ApiKeySettings settings, Clock clock) {
    return new ApiKeyUsage(
        JdbcClient.create(database), settings.usageFlush(), settings.usageEntriesMax(), clock);
  }

  @Bean
  ApiKeyAdministration apiKeyAdministration(
      CommandGate commands,
      ApiKeys keys,
      KnownKeys known,
      AuditTrail audit,
      ApiKeySettings settings,
      Clock clock) {
    return new ApiKeyAdministration(commands, keys, known, audit, settings, clock);
  }

  @Bean
  ApiKeyFilter.Factory apiKeyFilters(KnownKeys keys) {
    return refused -> new ApiKeyFilter(keys, refused);
  }

  @Bean
  WebMvcConfigurer apiKeyMvc(ApiKeyUsage usage) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ApiKeyUsageInterceptor(usage));
      }
    };
  }
}
