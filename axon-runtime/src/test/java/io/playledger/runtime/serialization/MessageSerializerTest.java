package io.playledger.runtime.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageSerializerTest {

  @Revision("3")
  record Greeting(String words, int times) {}

  record Unregistered() {}

  private static final SerializedType GREETING = new SimpleSerializedType("test.Greeting", null);

  private static final TypeNames NAMES =
      TypeNames.builder().add("test.Greeting", Greeting.class).build();

  private final MessageSerializer serializer =
      new MessageSerializer(Jackson3Serializer.builder(), NAMES);

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
  void typeIsStoredUnderItsNameAndRevision() {
    SerializedType stored = serializer.serialize(new Greeting("hello", 1), String.class).getType();
    assertThat(stored).isEqualTo(new SimpleSerializedType("test.Greeting", "3"));
    assertThat(serializer.classForType(GREETING)).isEqualTo(Greeting.class);
    Object nothing = serializer.deserialize(json(SerializedType.emptyType(), "null"));
    assertThat(nothing).isNull();
  }

  @Test
  void typeWithoutANameIsNotStored() {
    assertThatThrownBy(() -> serializer.serialize(new Unregistered(), String.class))
        .isInstanceOf(UnnamedTypeException.class)
        .hasMessageContaining(Unregistered.class.getName() + " has no name to be stored under");
  }

  @Test
  void unknownNameFailsAndTheErrorSaysWhatToDo() {
    SerializedType later = new SimpleSerializedType("test.FromLater", "1");
    assertThatThrownBy(() -> serializer.classForType(later))
        .isInstanceOf(UnknownTypeException.class)
        .hasMessageContaining("test.FromLater, which this version does not know")
        .hasMessageContaining("upcaster");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.playledger.api.ledger.TransactionPosted",
        "io.playledger.runtime.serialization.MessageSerializerTest$Greeting"
      })
  void javaClassNameInTheLogFailsAndTheErrorSaysWhatToDo(String className) {
    SerializedType former = new SimpleSerializedType(className, "1");
    assertThatThrownBy(() -> serializer.classForType(former))
        .isInstanceOf(UnknownTypeException.class)
        .hasMessageContaining("names an event by its Java class, " + className)
        .hasMessageContaining("start with an empty database");
  }

  @Test
  void unreadableMessageFailsAsInAxon() {
    SerializedObject<String> broken = json(GREETING, "{\"times\":\"many\"}");
    assertThatThrownBy(() -> serializer.deserialize(broken))
        .isInstanceOf(SerializationException.class);
  }
}
