package io.playledger.web.call;

import io.playledger.api.CommandRejected;
import io.playledger.api.Query;
import io.playledger.api.RejectionCode;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads on which a command is based. They include all events stored before the request, even if the
 * client named no position.
 */
public final class CurrentReads {

  private final QueryGate queries;
  private final LongSupplier head;

  /**
   * Reads through the gate.
   *
   * @param head last position of the log
   */
  public CurrentReads(QueryGate queries, LongSupplier head) {
    this.queries = queries;
    this.head = head;
  }

  /** The answer that reflects the current head of the log. */
  public <A extends @Nullable Object> A latest(Query<A> query) {
    return queries.read(query, new MinPosition(head.getAsLong())).value();
  }

  /**
   * The answer that is available at once or, if there is none, the one that reflects the current
   * head of the log.
   */
  public <A> A find(Query<@Nullable A> query, RejectionCode whenAbsent) {
    A found = queries.read(query, MinPosition.NONE).value();
    if (found == null) {
      found = latest(query);
    }
    if (found == null) {
      throw new CommandRejected(whenAbsent);
    }
    return found;
  }
}
