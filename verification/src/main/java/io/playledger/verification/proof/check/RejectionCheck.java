package io.playledger.verification.proof.check;

import io.playledger.verification.http.Json;
import io.playledger.verification.journal.JournalEntry;
import io.playledger.verification.journal.JournalEntry.Answered;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.web.problem.TransportCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares every rejection that a client received with the one stored under its key, and thereby
 * all rejections under one key with each other.
 *
 * <p>Errors of the transport (in flight, key reused, no token and similar) say nothing about the
 * command and are ignored, as are rejections about data that was not visible yet if nothing was
 * stored.
 */
final class RejectionCheck implements JournalCheck {

  private static final int BATCH = 1_000;
  private static final int NOT_FOUND = 404;

  private static final Set<String> OF_THE_TRANSPORT =
      Arrays.stream(TransportCode.values()).map(Enum::name).collect(Collectors.toSet());

  private final DatabaseSnapshot snapshot;
  private final CheckProblems problems = new CheckProblems(CheckName.REJECTIONS_KEPT);
  private final List<Answered> batch = new ArrayList<>();
  private final Instant forgottenBefore;
  private long told;
  private long again;

  RejectionCheck(DatabaseSnapshot snapshot) {
    this.snapshot = snapshot;
    this.forgottenBefore = snapshot.outcomesForgottenBefore();
  }

  @Override
  public void see(JournalEntry entry) {
    if (entry instanceof Answered answered && isRejection(answered)) {
      told++;
      again += answered.replayed() ? 1 : 0;
      batch.add(answered);
      if (batch.size() == BATCH) {
        compare();
      }
    }
  }

  private static boolean isRejection(Answered answered) {
    return answered.refused()
        && answered.request().key() != null
        && !answered.request().actor().isEmpty()
        && !answered.code().startsWith("HTTP_")
        && !OF_THE_TRANSPORT.contains(answered.code());
  }

  private void compare() {
    snapshot
        .sql()
        .query(
            """
            SELECT a.ordinal, o.result, o.rejected
            FROM unnest(?::text[], ?::uuid[]) WITH ORDINALITY AS a(scope, key, ordinal)
              LEFT JOIN event_store.command_outcomes o ON o.scope = a.scope AND o.key = a.key
            """,
            row -> {
              Answered answered = batch.get(row.getInt(1) - 1);
              boolean rejected = row.getBoolean(3);
              String fault =
                  row.wasNull()
                      ? faultOfNothing(answered)
                      : fault(answered, rejected, row.getString(2));
              if (fault != null) {
                problems.add(
                    "%s told to %s (%s), but %s"
                        .formatted(
                            answered.code(),
                            answered.request().actor(),
                            answered.request().brief(),
                            fault));
              }
            },
            batch.stream().map(answered -> answered.request().actor()).toArray(String[]::new),
            batch.stream().map(answered -> answered.request().key()).toArray(UUID[]::new));
    batch.clear();
  }

  private @Nullable String faultOfNothing(Answered answered) {
    return answered.replayed() && !answered.at().isBefore(forgottenBefore)
        ? "nothing is stored under its key"
        : null;
  }

  private static @Nullable String fault(Answered answered, boolean rejected, String result) {
    if (!rejected) {
      return answered.status() == NOT_FOUND && !answered.replayed() ? null : "it was done";
    }
    String stored = Json.parse(result.getBytes(StandardCharsets.UTF_8)).path("code").asString("");
    return stored.equals(answered.code()) ? null : stored + " is stored under its key";
  }

  @Override
  public CheckResult result() {
    if (!batch.isEmpty()) {
      compare();
    }
    if (snapshot.isCopyOfTheLog()) {
      return CheckResult.notApplicable(
          CheckName.REJECTIONS_KEPT, "Axon Server has the log and the answers by key");
    }
    return told == 0
        ? CheckResult.notApplicable(
            CheckName.REJECTIONS_KEPT, "not exercised: no journal names a rejection")
        : problems.result("%d rejections told, %d of them again".formatted(told, again));
  }
}
