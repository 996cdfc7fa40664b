package io.playledger.access.apikey;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires API keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiKeySettings.class)
@Import({ApiKeys.class, KnownKeys.class, ApiKeyUsage.class, ApiKeyAdministration.class})
public class ApiKeyConfiguration {

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
