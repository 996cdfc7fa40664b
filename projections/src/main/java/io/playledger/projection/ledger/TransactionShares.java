package io.playledger.projection.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountKind;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.projection.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The effect of a transaction on each player's wallet: one share per asset and reason. */
final class TransactionShares {

  private TransactionShares() {}

  private record Key(AssetCode asset, TransactionType reason) {}

  static Map<PlayerId, List<Facts>> of(TransactionPosted event) {
    Map<PlayerId, Map<Key, Long>> sums = new LinkedHashMap<>();
    for (Posting line : event.postings().lines()) {
      if (line.account().kind() == AccountKind.WALLET) {
        sums.computeIfAbsent(PlayerId.of(line.account().owner()), _ -> new LinkedHashMap<>())
            .merge(new Key(line.asset(), line.reason()), line.units(), Math::addExact);
      }
    }
    Map<PlayerId, List<Facts>> shares = new LinkedHashMap<>();
    sums.forEach((player, parts) -> shares.put(player, facts(parts, event)));
    return shares;
  }

  private static List<Facts> facts(Map<Key, Long> parts, TransactionPosted event) {
    List<Facts> facts = new ArrayList<>();
    parts.forEach(
        (key, units) ->
            facts.add(
                Facts.none()
                    .with("amount", new Amount(key.asset, units))
                    .with("reason", key.reason)
                    .with("reverses", event.reverses())));
    return facts;
  }
}
