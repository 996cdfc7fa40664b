package io.playledger.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.runtime.serialization.TypeNames;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AggregateCacheTest {

  @Test
  void cacheKeepsTheMostRecentlyUsedUpToItsBound() {
    AggregateCache cache = new AggregateCache(160);
    CachedAggregate<Object> kept = cache.of("kept");
    for (int i = 0; i < 10_000; i++) {
      cache.of("other-" + i);
      assertThat(cache.of("kept")).isSameAs(kept);
    }
    assertThat(cache.size()).isLessThanOrEqualTo(160);
    cache.removeAll();
    assertThat(cache.of("kept")).isNotSameAs(kept);
  }

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
