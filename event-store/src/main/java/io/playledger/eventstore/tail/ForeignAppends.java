package io.playledger.eventstore.tail;

import java.util.List;

/**
 * Passes the appends of other nodes to the tail; this node's own appends were signalled before.
 *
 * @param nodeId id that this node sends with its own appends
 */
public record ForeignAppends(String nodeId, TailSignal tail) implements ChannelListener.Hearer {

  /** Events can have been appended while this was not listening. */
  @Override
  public void listening() {
    tail.signal();
  }

  @Override
  public void heard(List<String> nodeIds) {
    if (!nodeIds.stream().allMatch(nodeId::equals)) {
      tail.signal();
    }
  }
}
