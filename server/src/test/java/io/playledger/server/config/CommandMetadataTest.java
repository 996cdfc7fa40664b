package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.MetadataKeys;
import io.playledger.runtime.command.OptimisticCommands;
import io.playledger.runtime.command.Provenance;
import org.junit.jupiter.api.Test;

/** Runtime and platform name the same metadata, though neither knows the other. */
class CommandMetadataTest {

  @Test
  void metadataNamesOfApiAndRuntimeAreEqual() {
    assertThat(OptimisticCommands.ATTEMPT).isEqualTo(MetadataKeys.ATTEMPT);
    assertThat(Provenance.CAUSATION_ID).isEqualTo(MetadataKeys.CAUSATION_ID);
  }
}
