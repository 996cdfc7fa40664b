package io.playledger.runtime.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class MessageSerializerTest {

  record Greeting(String words, int times) {}

  private static final SerializedType GREETING =
      new SimpleSerializedType(Greeting.class.getName(), null);

  private final MessageSerializer serializer = new MessageSerializer(Jackson3Serializer.builder());

  private static SerializedObject<String> json(SerializedType type, String text) {
    return new SimpleSerializedObject<>(text, String.class, type);
  }

  @Test
  void serialisedMessageIsReadBack() {
    Greeting greeting = new Greeting("grüß dich, 你好 🙂", 2);
    SerializedObject<String> written = serializer.serialize(greeting, String.class);
    for (int again = 0; again < 2; again++) {
      Object read = serializer.deserialize(written);
      assertThat(read).isEqualTo(greeting);
    }
    SerializedObject<byte[]> bytes = serializer.serialize(greeting, byte[].class);
    Object read = serializer.deserialize(bytes);
    assertThat(read).isEqualTo(greeting);
  }

  @Test
  void metadataIsReadBack() {
    Object read =
        serializer.deserialize(
            new SerializedMetaData<>("{\"actorId\":\"a\",\"n\":1}", String.class));
    assertThat(read).isEqualTo(MetaData.from(Map.of("actorId", "a", "n", 1)));
  }

  @Test
  void missingClassesAreUnknownTypesAndKnownClassesAreCached() {
    SerializedType gone = new SimpleSerializedType("io.playledger.Gone", null);
    for (int again = 0; again < 2; again++) {
      assertThat(serializer.classForType(gone)).isEqualTo(UnknownSerializedType.class);
      assertThat(serializer.classForType(GREETING)).isEqualTo(Greeting.class);
    }
    Object unknown = serializer.deserialize(json(gone, "{}"));
    assertThat(unknown).isInstanceOf(UnknownSerializedType.class);
    Object nothing = serializer.deserialize(json(SerializedType.emptyType(), "null"));
    assertThat(nothing).isNull();
  }

  @Test
  void unreadableMessageFailsAsInAxon() {
    SerializedObject<String> broken = json(GREETING, "{\"times\":\"many\"}");
    assertThatThrownBy(() -> serializer.deserialize(broken))
        .isInstanceOf(SerializationException.class);
  }
}
