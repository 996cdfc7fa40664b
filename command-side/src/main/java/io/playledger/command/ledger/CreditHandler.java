package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.command.aggregate.Aggregates;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Credits a wallet from a system account, within the asset's mint limit if it has one. */
public final class CreditHandler {

  private static final Set<AccountId> SOURCES = Set.of(AccountId.MINT, AccountId.PAYMENTS);

  private final Aggregates<LedgerTransaction> transactions;
  private final Aggregates<AssetSupply> assets;
  private final WalletPostings wallets;

  public CreditHandler(
      Repository<LedgerTransaction> transactions,
      Repository<AssetSupply> assets,
      Repository<Wallet> wallets) {
    this.transactions = LedgerTransaction.in(transactions);
    this.assets = AssetSupply.in(assets);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  TransactionReceipt handle(CreditWallet command) {
    if (!SOURCES.contains(command.source())) {
      throw new CommandRejected(LedgerRejection.CREDIT_SOURCE_NOT_ALLOWED);
    }
    Amount amount = command.amount();
    LedgerRules.positive(amount.units());
    Postings postings =
        Postings.of(
            new Posting(command.source(), amount.asset(), -amount.units(), command.reason()),
            new Posting(
                AccountId.wallet(command.owner()),
                amount.asset(),
                amount.units(),
                command.reason()));
    Optional<Aggregate<AssetSupply>> limited = limitedAsset(command);
    limited.ifPresent(asset -> asset.execute(root -> root.checkMint(amount.units(), command.at())));
    PreparedPostings prepared = wallets.prepare(command.transaction(), postings);

    transactions.create(
        command.transaction().aggregateId(),
        root -> root.post(command.transaction(), postings, command.memo(), command.at()));
    limited.ifPresent(asset -> asset.execute(root -> root.mint(amount.units(), command.at())));
    prepared.apply(command.at());
    return prepared.receipt(false);
  }

  private Optional<Aggregate<AssetSupply>> limitedAsset(CreditWallet command) {
    return command.mintLimited()
        ? Optional.of(assets.existing(AssetSupply.idOf(command.amount().asset())))
        : Optional.empty();
  }
}
