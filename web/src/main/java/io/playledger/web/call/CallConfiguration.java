package io.playledger.web.call;

import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.web.authority.Refusals;
import io.playledger.web.filter.RequestFingerprint;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Wires the arguments and answers of controllers, and the gates. */
@Configuration(proxyBeanMethods = false)
@Import({CommandGate.class, QueryGate.class})
@EnableConfigurationProperties(ReadSettings.class)
class CallConfiguration {

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
  CurrentReads currentReads(QueryGate queries, PositionedEventStorageEngine log) {
    return new CurrentReads(queries, log::head);
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
      public void addFormatters(FormatterRegistry registry) {
        HttpConversions.addTo(registry);
      }
    };
  }
}
