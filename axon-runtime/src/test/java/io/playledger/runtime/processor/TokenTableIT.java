package io.playledger.runtime.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.runtime.sample.SampleApplication;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class TokenTableIT {

  private final JdbcTemplate jdbc = new JdbcTemplate(SampleApplication.newDatabase().dataSource());
  private final TokenTable tokens = new TokenTable(jdbc, "axon");

  private void token(String processor, int segment, String token) {
    jdbc.update(
        "INSERT INTO axon.token_entry (processor_name, segment, token, claimed_at)"
            + " VALUES (?, ?, ?, '')",
        processor,
        segment,
        token);
  }

  @Test
  void positionOfAProcessorIsThatOfItsSlowestSegment() {
    token("sagas.one", 0, "{\"globalIndex\":7}");
    token("sagas.one", 1, "{\"globalIndex\":3}");
    token("sagas.other", 0, "{\"globalIndex\":1}");

    assertThat(tokens.position("sagas.one")).hasValue(3);
  }

  @Test
  void segmentWithoutATokenIsAtTheBeginningOfTheLog() {
    token("sagas.one", 0, "{\"globalIndex\":7}");
    token("sagas.one", 1, null);

    assertThat(tokens.position("sagas.one")).hasValue(0);
  }

  @Test
  void processorThatHasNeverRunHasNoPosition() {
    assertThat(tokens.position("sagas.one")).isEmpty();
  }
}
