package io.playledger.eventstore;

import java.util.List;

/**
 * Passes other nodes' appends on to the tail; this node's own have been signalled before.
 *
 * @param nodeId what this node says of its own appends
 */
record ForeignAppends(String nodeId, TailSignal tail) implements ChannelListener.Hearer {

  /** Something may have been appended while nobody listened. */
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
