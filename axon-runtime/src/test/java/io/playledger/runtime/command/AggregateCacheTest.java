package io.playledger.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
  void resultsAreRecordsOfOurPackagesOrPlainValues() {
    JsonResultCodec codec =
        new JsonResultCodec(JsonMapper.builder().build(), List.of("io.playledger."));
    CommandReply reply = new CommandReply("text", 3, false);
    assertThat(codec.fromJson(codec.toJson(reply))).isEqualTo(reply);
    assertThat(codec.fromJson(codec.toJson("text"))).isEqualTo("text");
    assertThat(codec.fromJson(codec.toJson(null))).isNull();
    assertThatThrownBy(() -> codec.toJson(new StringBuilder()))
        .hasMessageContaining("cannot be a command's result");
    assertThatThrownBy(() -> codec.fromJson("{\"type\":\"java.io.File\",\"value\":\"x\"}"))
        .hasMessageContaining("not a result");
  }
}
