package io.playledger.web.http;

import io.playledger.api.ledger.Assets;
import io.playledger.api.ledger.Decimals;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.runtime.command.Commands;
import io.playledger.runtime.processor.ProjectionProgress;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Wires the parts that all controllers share. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
public class HttpConfiguration {

  /** Runs before Spring Security, whose filter chain has order -100. */
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  /** Bodies are read strictly: unknown content is rejected. */
  @Bean
  JsonMapperBuilderCustomizer strictJson() {
    return builder ->
        builder
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                LogicalType.Textual,
                text ->
                    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }

  /** Replaces the default converter, behind those for bytes and text. */
  @Bean
  ServerHttpMessageConvertersCustomizer wholeAnswers(JsonMapper json) {
    return converters -> converters.withJsonConverter(new WholeAnswers(json));
  }

  @Bean
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }

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
  CommandGate commandGate(Commands commands) {
    return new CommandGate(commands);
  }

  @Bean
  QueryGate queryGate(QueryGateway queries, ProjectionProgress progress, HttpSettings settings) {
    return new QueryGate(queries, progress, settings.readWaitMax(), settings.readAnswerMax());
  }

  @Bean
  CurrentReads currentReads(QueryGate queries, PositionedEventStorageEngine log) {
    return new CurrentReads(queries, log::head);
  }

  @Bean
  Amounts amounts(Assets assets) {
    return new Amounts(new Decimals(assets));
  }

  @Bean
  WebMvcConfigurer playledgerMvc(RequestFingerprint fingerprint, Refusals refusals) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerResolver(fingerprint));
      }

      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AuthorityInterceptor(refusals));
        registry.addInterceptor(new ParameterInterceptor());
      }

      @Override
      public void addViewControllers(ViewControllerRegistry registry) {
        MailedLinkPages.addTo(registry);
      }

      @Override
      public void addFormatters(FormatterRegistry registry) {
        HttpConversions.addTo(registry);
      }
    };
  }
}
