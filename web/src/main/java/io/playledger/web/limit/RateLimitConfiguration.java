package io.playledger.web.limit;

import io.github.bucket4j.TimeMeter;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the limits of requests. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
@Import(RateLimitInterceptor.class)
class RateLimitConfiguration {

  @Bean
  Counts rateCounts(RateLimitSettings settings, DataSource database) {
    return switch (settings.store()) {
      case MEMORY -> new MemoryCounts(settings.countsMax(), TimeMeter.SYSTEM_NANOTIME);
      case POSTGRESQL -> new PostgresCounts(database, settings.countsMax());
    };
  }

  @Bean
  RateLimiter rateLimiter(RateLimitSettings settings, Counts counts) {
    return new RateLimiter(
        settings, counts, new Delays(settings.delay(), settings.countsMax(), System::nanoTime));
  }

  @Bean
  WebMvcConfigurer rateLimitedMvc(RateLimitInterceptor interceptor) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(interceptor).order(Ordered.HIGHEST_PRECEDENCE);
      }
    };
  }
}
