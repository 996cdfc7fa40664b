package io.playledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every benchmark in small: what it measures must be right; how fast it was is nobody's matter. */
@Tag("proof")
class BenchSmokeIT {

  private static final BenchmarkSettings SMOKE = new BenchmarkSettings(true, 7, 1);

  @TestFactory
  Stream<DynamicTest> everyBenchmarkRunsAndItsResultIsRight() {
    return Benchmarks.all().stream()
        .map(
            benchmark ->
                DynamicTest.dynamicTest(
                    benchmark.name(),
                    () -> {
                      List<Row> rows = new BenchmarkRunner(SMOKE, System.err).run(benchmark);
                      assertThat(rows.getLast().benchmark()).isEqualTo(benchmark.name());
                      BenchmarkTable.lines(rows).forEach(System.err::println);
                    }));
  }

  @Test
  void everyBenchmarkHasAUniqueName() {
    List<String> names = Benchmarks.all().stream().map(Benchmark::name).toList();
    assertThat(names).doesNotHaveDuplicates().doesNotContain("all");
    names.forEach(name -> assertThat(Benchmarks.named(name)).hasSize(1));
  }
}
