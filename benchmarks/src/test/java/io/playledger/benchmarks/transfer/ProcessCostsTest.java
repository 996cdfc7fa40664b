package io.playledger.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A process's own costs, and those of its family. */
class ProcessCostsTest {

  private static final long NOBODY = 1L << 40;

  @Test
  void childProcessCountsInTheFamilyOnly() throws Exception {
    assumeThat(Files.isDirectory(Path.of("/proc/self"))).isTrue();
    long self = ProcessHandle.current().pid();
    // the family's clock is read outside of the own one at both ends, so its span holds the own one
    long familyBefore = ProcessCosts.familyCpuMicros(self).orElseThrow();
    long ownBefore = ProcessCosts.cpuMicros(self).orElseThrow();
    // counts to two million, then waits for the end of its input
    Process child =
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 2000000 ]; do i=$((i+1)); done; read x")
            .start();
    try {
      long childMicros = awaitIdle(child);
      long own = ProcessCosts.cpuMicros(self).orElseThrow() - ownBefore;
      long family = ProcessCosts.familyCpuMicros(self).orElseThrow() - familyBefore;
      assertThat(childMicros).isPositive();
      assertThat(family - own).isGreaterThanOrEqualTo(childMicros);
    } finally {
      child.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static long awaitIdle(Process child) {
    long[] micros = {-1};
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .pollInterval(300, TimeUnit.MILLISECONDS)
        .until(
            () -> {
              long before = micros[0];
              micros[0] = ProcessCosts.cpuMicros(child.pid()).orElseThrow();
              return micros[0] > 0 && micros[0] == before;
            });
    return micros[0];
  }

  @Test
  void missingProcessHasNoCosts() throws IOException {
    assertThat(ProcessCosts.cpuMicros(NOBODY)).isEmpty();
    assertThat(ProcessCosts.familyCpuMicros(NOBODY)).isEmpty();
    assertThat(ProcessCosts.statusMib(NOBODY, "VmRSS")).isEmpty();
  }

  @Test
  void memoryIsInMebibytes() throws IOException {
    assumeThat(Files.isDirectory(Path.of("/proc/self"))).isTrue();
    long self = ProcessHandle.current().pid();
    assertThat(ProcessCosts.statusMib(self, "VmRSS").orElseThrow()).isBetween(10.0, 64_000.0);
  }
}
