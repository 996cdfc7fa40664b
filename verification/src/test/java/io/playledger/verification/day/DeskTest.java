package io.playledger.verification.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Keys;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.http.StandIn;
import io.playledger.verification.measure.Errors;
import io.playledger.verification.measure.Findings;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.io.IOException;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeskTest {

  private static final long SEED = 5;

  private final Errors errors = new Errors();
  private final Findings findings = new Findings();
  private final Tally<String> repeats = new Tally<>();

  private interface Use {
    void with(Desk desk) throws IOException;
  }

  private int play(StandIn.Script script, Use use) throws IOException {
    try (StandIn server = new StandIn(0, script);
        ApiClient client =
            new ApiClient(
                server.url(),
                new RetryPolicy(SEED, 1, 5, 5_000, 5_000),
                new Latencies(),
                new Tally<>())) {
      use.with(new Desk(client, new Keys(SEED, "test"), errors, findings, repeats));
      return server.asked().size();
    }
  }

  /** A step of which the seed makes that. */
  private static Act act(Repetition repetition) {
    String step =
        IntStream.range(0, 100_000)
            .mapToObj(number -> "step-" + number)
            .filter(name -> Repetition.of(SEED, name) == repetition)
            .findFirst()
            .orElseThrow();
    return Act.post(null, "kind", step, "/things", Json.object().put("memo", "hello"));
  }

  @Test
  void aboutFivePercentOfTheCommandsAreSentTwice() {
    long twice =
        IntStream.range(0, 10_000)
            .mapToObj(number -> Repetition.of(SEED, "step-" + number))
            .filter(Set.of(Repetition.AGAIN, Repetition.AT_ONCE)::contains)
            .count();
    assertThat(twice).isBetween(400L, 600L);
  }

  @Test
  void markedReplayOfTheSameAnswerIsRight() throws IOException {
    int asked =
        play(
            (exchange, one, times) -> StandIn.ok(exchange, "{\"id\":1}", times > 0),
            desk -> desk.must(act(Repetition.AGAIN)));
    assertThat(asked).isEqualTo(2);
    assertThat(findings.lines()).isEmpty();
    assertThat(repeats.of("sent again")).isEqualTo(1);
  }

  @Test
  void differentAnswerToTheSameKeyIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.ok(exchange, "{\"id\":" + times + "}", times > 0),
        desk -> desk.must(act(Repetition.AGAIN)));
    assertThat(findings.summary()).isEqualTo("same key, other answer (1)");
  }

  @Test
  void differentAnswerToAParallelRepeatIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.ok(exchange, "{\"id\":" + times + "}", false),
        desk -> desk.must(act(Repetition.AT_ONCE)));
    assertThat(findings.summary()).isEqualTo("same key, other answer (1)");
  }

  @Test
  void unmarkedReplayIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.ok(exchange, "{\"id\":1}", false),
        desk -> desk.must(act(Repetition.AGAIN)));
    assertThat(findings.summary()).isEqualTo("replay not marked (1)");
  }

  @Test
  void acceptedReuseOfAKeyIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.ok(exchange, "{\"id\":1}", times > 0),
        desk -> desk.must(act(Repetition.OTHER_BODY)));
    assertThat(findings.summary()).isEqualTo("accepted bad input (1)");
  }

  @Test
  void rejectedReuseOfAKeyIsRight() throws IOException {
    play(
        (exchange, one, times) -> {
          if (times == 0) {
            StandIn.ok(exchange, "{\"id\":1}", false);
          } else {
            StandIn.problem(exchange, 422, "IDEMPOTENCY_KEY_REUSED");
          }
        },
        desk -> desk.must(act(Repetition.OTHER_BODY)));
    assertThat(findings.lines()).isEmpty();
    assertThat(errors.expected().of("IDEMPOTENCY_KEY_REUSED")).isEqualTo(1);
  }

  @Test
  void unexpectedErrorEndsTheScriptAndIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.problem(exchange, 422, "INSUFFICIENT_FUNDS"),
        desk ->
            assertThatExceptionOfType(ScriptEnded.class)
                .isThrownBy(() -> desk.must(act(Repetition.ONCE))));
    assertThat(errors.unexpected().of("INSUFFICIENT_FUNDS")).isEqualTo(1);
    assertThat(findings.summary()).isEqualTo("unexpected error (1)");
  }

  @Test
  void rejectionWithAnotherCodeIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.problem(exchange, 500, "INTERNAL_ERROR"),
        desk -> desk.perform(act(Repetition.ONCE), Expect.refused("AMOUNT_NOT_POSITIVE")));
    assertThat(findings.summary()).isEqualTo("unexpected error (1)");
  }

  @Test
  void acceptedBadInputIsFound() throws IOException {
    play(
        (exchange, one, times) -> StandIn.ok(exchange, "{}", false),
        desk -> desk.perform(act(Repetition.ONCE), Expect.refused("AMOUNT_NOT_POSITIVE")));
    assertThat(findings.summary()).isEqualTo("accepted bad input (1)");
  }
}
