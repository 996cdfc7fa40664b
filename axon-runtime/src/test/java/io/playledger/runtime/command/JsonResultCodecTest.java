package io.playledger.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.runtime.serialization.TypeNames;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JsonResultCodecTest {

  @Test
  void resultIsATypeWithAStoredNameOrAPlainValue() {
    JsonResultCodec codec =
        new JsonResultCodec(
            JsonMapper.builder().build(),
            TypeNames.builder().add("shop.Reply", CommandReply.class).build());
    CommandReply reply = new CommandReply("text", 3, false);
    assertThat(codec.toJson(reply)).startsWith("{\"type\":\"shop.Reply\",");
    assertThat(codec.fromJson(codec.toJson(reply))).isEqualTo(reply);
    assertThat(codec.fromJson(codec.toJson("text"))).isEqualTo("text");
    assertThat(codec.fromJson(codec.toJson(null))).isNull();
    assertThatThrownBy(() -> codec.toJson(new StringBuilder()))
        .hasMessageContaining("has no name to be stored under");
    assertThatThrownBy(() -> codec.fromJson("{\"type\":\"java.io.File\",\"value\":\"x\"}"))
        .hasMessageContaining("No result is stored as java.io.File");
  }
}
