package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AccountKind;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.command.aggregate.Aggregates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * The one way to change wallets. Balanced postings are netted for each wallet and asset, the
 * wallets are loaded in the order of their ids (so that two transfers never deadlock) and every
 * change is checked before the first event is applied.
 *
 * <p>Callers load the aggregates of their own context first, then prepare, then apply.
 */
public final class WalletPostings {

  private final Aggregates<Wallet> wallets;

  public WalletPostings(Repository<Wallet> wallets) {
    this.wallets = Wallet.in(wallets);
  }

  /**
   * Checks the balances for a payment that somebody wants to send.
   *
   * @throws CommandRejected WALLET_NOT_FOUND, WALLET_CLOSED, INSUFFICIENT_FUNDS or
   *     AMOUNT_OUT_OF_RANGE
   */
  public PreparedPostings prepare(TransactionId transaction, Postings postings) {
    return prepare(transaction, postings, null, Wallet::requireNotClosed);
  }

  /**
   * The same for a payment that is owed or returned, which also arrives in closed wallets.
   *
   * @throws CommandRejected WALLET_NOT_FOUND, INSUFFICIENT_FUNDS or AMOUNT_OUT_OF_RANGE
   */
  public PreparedPostings prepareOwed(TransactionId transaction, Postings postings) {
    return prepareOwed(transaction, postings, null);
  }

  /**
   * The same with a hold that ends in the same append.
   *
   * @param freed the hold whose amount counts as available
   */
  PreparedPostings prepareOwed(
      TransactionId transaction, Postings postings, @Nullable HoldId freed) {
    return prepare(transaction, postings, freed, wallet -> {});
  }

  private PreparedPostings prepare(
      TransactionId transaction,
      Postings postings,
      @Nullable HoldId freed,
      Consumer<Wallet> mayTake) {
    List<PreparedPostings.Step> steps = new ArrayList<>();
    net(postings)
        .forEach(
            (account, effects) -> {
              Aggregate<Wallet> wallet = wallets.existing(account.toString());
              effects.forEach(
                  (asset, units) -> {
                    if (units > 0) {
                      wallet.execute(mayTake);
                    }
                    if (units != 0) {
                      steps.add(step(wallet, account, asset, units, freed));
                    }
                  });
            });
    return new PreparedPostings(transaction, steps);
  }

  /** Locks wallets in the order of their ids, for callers that read them before they prepare. */
  void lock(PlayerId... owners) {
    Arrays.stream(owners).sorted().forEach(this::walletOf);
  }

  /** The wallet of a player, which must be open. */
  Aggregate<Wallet> walletOf(PlayerId owner) {
    return wallets.existing(AccountId.wallet(owner).toString());
  }

  private static PreparedPostings.Step step(
      Aggregate<Wallet> wallet,
      AccountId account,
      AssetCode asset,
      long units,
      @Nullable HoldId freed) {
    if (units == Long.MIN_VALUE) {
      throw new CommandRejected(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }
    Wallet.Balance after = wallet.invoke(root -> root.after(asset, units, freed));
    return new PreparedPostings.Step(
        wallet, new WalletChange(account, asset, units, after.posted(), after.available()));
  }

  /** Changes of wallets in the order of their ids. Other accounts have no bound to check here. */
  private static Map<AccountId, Map<AssetCode, Long>> net(Postings postings) {
    Map<AccountId, Map<AssetCode, Long>> effects = new TreeMap<>();
    for (Posting line : postings.lines()) {
      if (line.account().kind() == AccountKind.WALLET) {
        effects
            .computeIfAbsent(line.account(), account -> new TreeMap<>())
            .merge(line.asset(), line.units(), LedgerRules::sum);
      }
    }
    return effects;
  }
}
