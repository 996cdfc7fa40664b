package io.playledger.web.filter;

import io.playledger.web.http.KeyedHash;
import io.playledger.web.http.RequestHashes;
import io.playledger.web.problem.ProblemWriter;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Wires the filters in their order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class FilterConfiguration {

  /** Runs before Spring Security, whose filter chain has order -100. */
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  RequestFingerprint requestFingerprint(RequestHashes hashes) {
    return new RequestFingerprint(hashes.ofRequests());
  }

  @Bean
  FilterRegistrationBean<ClientAddressFilter> clientAddressFilter(HttpSettings settings) {
    var filter =
        new FilterRegistrationBean<>(
            new ClientAddressFilter(
                new ForwardedClient(
                    AddressRanges.of(settings.trustedProxies()), settings.forwardedHeader())));
    filter.setOrder(FIRST - 2);
    return filter;
  }

  /** Runs behind the filter that detects TLS, and before everything that can refuse a request. */
  @Bean
  FilterRegistrationBean<HeaderWriterFilter> securityHeadersFilter() {
    var filter = new FilterRegistrationBean<>(SecurityHeaders.filter());
    filter.setOrder(FIRST - 1);
    return filter;
  }

  /** The web server is created before the database is up, so the key is read later. */
  @Bean
  FilterRegistrationBean<RequestIdentityFilter> requestIdentityFilter(
      ObjectProvider<RequestHashes> hashes) {
    Supplier<KeyedHash> addresses =
        SingletonSupplier.of(() -> hashes.getObject().ofClientAddresses());
    var filter = new FilterRegistrationBean<>(new RequestIdentityFilter(addresses));
    filter.setOrder(FIRST);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
      HttpSettings settings, ProblemWriter problems) {
    var filter =
        new FilterRegistrationBean<>(new BodyLimitFilter(settings.bodyBytesMax(), problems));
    filter.setOrder(FIRST + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<OutageFilter> outageFilter(ProblemWriter problems) {
    var filter = new FilterRegistrationBean<>(new OutageFilter(problems));
    filter.setOrder(FIRST + 2);
    return filter;
  }

  @Bean
  FilterRegistrationBean<CorsFilter> corsOriginsFilter(HttpSettings settings, JsonMapper json) {
    var filter = new FilterRegistrationBean<>(CorsOrigins.filter(settings.corsOrigins(), json));
    filter.setOrder(FIRST + 3);
    return filter;
  }

  @Bean
  WebMvcConfigurer mailedLinkPages() {
    return new WebMvcConfigurer() {
      @Override
      public void addViewControllers(ViewControllerRegistry registry) {
        MailedLinkPages.addTo(registry);
      }
    };
  }
}
