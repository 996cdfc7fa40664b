package io.playledger.runtime.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
