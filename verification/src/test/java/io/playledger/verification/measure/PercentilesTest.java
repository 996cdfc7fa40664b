package io.playledger.verification.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

  @Test
  void nearestRankOfAHundredValuesIsTheValue() {
    Percentiles percentiles =
        new Percentiles(LongStream.rangeClosed(1, 100).map(value -> 101 - value).toArray());
    assertThat(percentiles.at(50)).isEqualTo(50);
    assertThat(percentiles.at(95)).isEqualTo(95);
    assertThat(percentiles.at(99)).isEqualTo(99);
    assertThat(percentiles.at(100)).isEqualTo(100);
    assertThat(percentiles.max()).isEqualTo(100);
  }

  @Test
  void fewValuesGiveTheLargestForHighPercentiles() {
    Percentiles percentiles = new Percentiles(new long[] {30, 10, 20});
    assertThat(percentiles.at(1)).isEqualTo(10);
    assertThat(percentiles.at(50)).isEqualTo(20);
    assertThat(percentiles.at(99)).isEqualTo(30);
  }

  @Test
  void percentileWithoutValuesIsZero() {
    assertThat(new Percentiles(new long[0]).at(99)).isZero();
    assertThat(new Percentiles(new long[0]).max()).isZero();
  }

  @Test
  void invalidPercentileIsRefused() {
    Percentiles percentiles = new Percentiles(new long[] {1});
    assertThatIllegalArgumentException().isThrownBy(() -> percentiles.at(0));
    assertThatIllegalArgumentException().isThrownBy(() -> percentiles.at(101));
  }

  @Test
  void latenciesKeepEveryValueOfEachKind() {
    Latencies latencies = new Latencies();
    for (int value = 1; value <= 1000; value++) {
      latencies.add("a", value);
    }
    latencies.add("b", 7);
    assertThat(latencies.count()).isEqualTo(1001);
    assertThat(latencies.byKind().get("a").at(99)).isEqualTo(990);
    assertThat(latencies.byKind().get("b").count()).isEqualTo(1);
  }
}
