package io.playledger.runtime.wiring;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.time.Instant;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Two serializers. Messages are plain JSON of records, readable in SQL. State (sagas, snapshots,
 * tokens, deadlines) goes by fields, private ones too: through getters an aggregate is {@code {}}.
 */
@Configuration(proxyBeanMethods = false)
class SerializationConfiguration {

  static final String EVENTS = "eventSerializer";
  static final String STATE = "stateSerializer";

  @Bean(EVENTS)
  @ConditionalOnMissingBean(name = EVENTS)
  Serializer eventSerializer() {
    return new MessageSerializer(
        Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(new FastReading())));
  }

  /** What events are full of: times and records. */
  private static final class FastReading extends SimpleModule {

    private static final long serialVersionUID = 1L;

    FastReading() {
      super("fast-reading");
      addDeserializer(Instant.class, new UtcInstants());
    }

    @Override
    public void setupModule(SetupContext context) {
      super.setupModule(context);
      context.addValueInstantiators(new RecordInstantiators());
    }
  }

  @Bean(STATE)
  @ConditionalOnMissingBean(name = STATE)
  Serializer stateSerializer(RuntimeProperties properties) {
    return Jackson3Serializer.builder()
        .jsonMapperBuilderCustomizer(mapper -> byFields(mapper, properties))
        .build();
  }

  private static void byFields(JsonMapper.Builder mapper, RuntimeProperties properties) {
    BasicPolymorphicTypeValidator.Builder types =
        BasicPolymorphicTypeValidator.builder()
            .allowIfSubType("org.axonframework.")
            .allowIfSubType("java.util.")
            .allowIfSubType("java.lang.");
    properties.messagePackages().forEach(types::allowIfSubType);
    mapper
        .polymorphicTypeValidator(types.build())
        .enable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
        .changeDefaultVisibility(
            visibility ->
                visibility
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                    .withVisibility(PropertyAccessor.SETTER, Visibility.NONE));
  }
}
