package io.playledger.runtime.serialization;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.time.Instant;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Two serializers. Messages are plain JSON of records, readable in SQL. State (sagas, snapshots,
 * tokens, deadlines) is serialised by fields, including private ones, because an aggregate has no
 * getters.
 */
public final class Serializers {

  /** Name of the bean that writes and reads events. */
  public static final String MESSAGES = "eventSerializer";

  /** Name of the bean that writes and reads state. */
  public static final String STATE = "stateSerializer";

  private Serializers() {}

  /** Writes and reads events and their metadata. */
  public static Serializer ofMessages(TypeNames names) {
    return new MessageSerializer(
        Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(mapper -> mapper.addModule(new FastReading())),
        names);
  }

  /** Writes and reads snapshots, sagas, tokens and deadlines. */
  public static Serializer ofState(TypeNames names) {
    return new StateSerializer(
        Jackson3Serializer.builder().jsonMapperBuilderCustomizer(Serializers::byFields), names);
  }

  /** Modules for the frequent types of events: times and records. */
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

  private static void byFields(JsonMapper.Builder mapper) {
    mapper
        .polymorphicTypeValidator(
            BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .allowIfSubType("java.util.")
                .allowIfSubType("java.lang.")
                .build())
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
