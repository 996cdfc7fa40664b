package io.playledger.command.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes state as the server's snapshots do: JSON of the fields, private ones too. */
public final class StateByFields {

  private static final Serializer JSON =
      Jackson3Serializer.builder()
          .jsonMapperBuilderCustomizer(
              mapper ->
                  mapper.changeDefaultVisibility(
                      visibility ->
                          visibility
                              .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                              .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                              .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                              .withVisibility(PropertyAccessor.SETTER, Visibility.NONE)))
          .build();

  private StateByFields() {}

  /** The state as a snapshot gives it back. */
  public static <T> T throughASnapshot(T state) {
    SerializedObject<String> written = JSON.serialize(state, String.class);
    T read = JSON.deserialize(written);
    assertThat(JSON.serialize(read, String.class).getData())
        .isEqualTo(written.getData())
        .isNotEqualTo("{}");
    return read;
  }
}
