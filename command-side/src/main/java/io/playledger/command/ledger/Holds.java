package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.PlaceHold;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open holds of one wallet, and the ids of the latest that ended. Ids are kept as text because
 * a snapshot writes them as names of JSON members.
 */
final class Holds {

  /** Number of ended holds that a wallet remembers; older ones are unknown to it. */
  static final int ENDED_REMEMBERED_MAX = 1_000;

  private Map<String, Hold> pending = new TreeMap<>();
  private LinkedHashSet<String> ended = new LinkedHashSet<>();

  void requireRoomFor(HoldId hold) {
    if (pending.containsKey(hold.toString()) || ended.contains(hold.toString())) {
      throw new CommandRejected(LedgerRejection.HOLD_ALREADY_EXISTS);
    }
    if (pending.size() >= PlaceHold.HOLDS_MAX) {
      throw new CommandRejected(LedgerRejection.HOLD_LIMIT_REACHED);
    }
  }

  Hold pending(HoldId hold) {
    Hold found = pending.get(hold.toString());
    if (found == null) {
      throw new CommandRejected(
          ended.contains(hold.toString())
              ? LedgerRejection.HOLD_ENDED
              : LedgerRejection.HOLD_NOT_FOUND);
    }
    return found;
  }

  /** Held units of the asset, without those of one hold. */
  long heldWithout(AssetCode asset, @Nullable HoldId freed) {
    long held = 0;
    for (Map.Entry<String, Hold> entry : pending.entrySet()) {
      if (entry.getValue().amount().asset().equals(asset)
          && (freed == null || !entry.getKey().equals(freed.toString()))) {
        held += entry.getValue().amount().units();
      }
    }
    return held;
  }

  void add(HoldId id, Hold hold) {
    pending.put(id.toString(), hold);
  }

  void end(HoldId hold) {
    pending.remove(hold.toString());
    ended.add(hold.toString());
    if (ended.size() > ENDED_REMEMBERED_MAX) {
      ended.removeFirst();
    }
  }
}
