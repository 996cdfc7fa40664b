package io.playledger.web.http;

import io.playledger.api.CommandRejected;
import io.playledger.api.Query;
import io.playledger.api.RejectionCode;
import java.util.function.LongSupplier;

/**
 * Reads that a command is built on. They do not miss what was stored before they were asked, though
 * the client named no position.
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

  /** The answer that reflects the log as it is now; may be null. */
  public <A> A latest(Query<A> query) {
    return queries.read(query, new MinPosition(head.getAsLong())).value();
  }

  /**
   * The answer as it is at hand; where there is none, the one that reflects the log as it is now.
   */
  public <A> A find(Query<A> query, RejectionCode whenAbsent) {
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
