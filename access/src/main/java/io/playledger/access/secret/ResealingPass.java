package io.playledger.access.secret;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One pass over all encrypted values, batch by batch in the order of the rows. Several nodes share
 * the work by skipping locked rows.
 */
final class ResealingPass {

  private static final Logger LOG = LoggerFactory.getLogger(ResealingPass.class);

  private static final List<Work> WORK = work();

  private final SealedValues values;
  private final Secrets secrets;
  private final TransactionTemplate transactions;
  private int done;
  private List<Object> after = List.of();
  private long resealed;

  ResealingPass(SealedValues values, Secrets secrets, TransactionTemplate transactions) {
    this.values = values;
    this.secrets = secrets;
    this.transactions = transactions;
  }

  private record Work(SealedData data, SealedData.Place place) {}

  /**
   * The result of a transaction: values that were under other keys, and how many of them were
   * re-encrypted.
   */
  private record Batch(List<SealedValues.Found> found, int resealed) {}

  private static List<Work> work() {
    return Arrays.stream(SealedData.values())
        .flatMap(data -> data.places().stream().map(place -> new Work(data, place)))
        .toList();
  }

  /** Whether the pass is complete. */
  boolean isOver() {
    return done == WORK.size();
  }

  /** Number of re-encrypted values. */
  long resealed() {
    return resealed;
  }

  /** Continues with at most this many rows in one transaction. */
  void goOn(int rowsMax) {
    Work at = WORK.get(done);
    Batch batch = transactions.execute(status -> reseal(at, rowsMax));
    resealed += batch.resealed();
    int unreadable = batch.found().size() - batch.resealed();
    if (unreadable > 0) {
      LOG.warn(
          "None of the given master keys decrypts {} values of auth.{}; they stay as they are",
          unreadable,
          at.place());
    }
    if (batch.found().size() < rowsMax) {
      done++;
      after = List.of();
    } else {
      after = batch.found().getLast().row();
    }
  }

  private Batch reseal(Work at, int rowsMax) {
    List<SealedValues.Found> found = values.take(at.place(), secrets.sealing(), after, rowsMax);
    SecretBox box = secrets.box(at.data());
    int opened = 0;
    for (SealedValues.Found value : found) {
      Optional<byte[]> plain = open(box, value);
      if (plain.isPresent()) {
        values.replace(at.place(), value, box.seal(plain.get(), value.context()));
        opened++;
      }
    }
    return new Batch(found, opened);
  }

  /** A damaged value does not prevent the re-encryption of the others. */
  private static Optional<byte[]> open(SecretBox box, SealedValues.Found found) {
    try {
      return Optional.of(box.open(found.sealed(), found.context()));
    } catch (IllegalStateException notOurs) {
      return Optional.empty();
    }
  }
}
