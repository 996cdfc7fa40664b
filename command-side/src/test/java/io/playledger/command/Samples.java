package io.playledger.command;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import java.util.UUID;

/** Names that tests share. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  public static final AssetCode GOLD = new AssetCode("GOLD");
  public static final AssetCode USD = new AssetCode("USD");

  /** Players in the order of their wallets. */
  public static final PlayerId ANNA = new PlayerId(id(0xa));

  public static final PlayerId BERT = new PlayerId(id(0xb));
  public static final PlayerId CARA = new PlayerId(id(0xc));
  public static final PlayerId MODERATOR = new PlayerId(id(0xd));
  public static final PlayerId STRANGER = new PlayerId(id(0xe));

  private Samples() {}

  public static UUID id(long number) {
    return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  public static TransactionId transaction(long number) {
    return new TransactionId(id(0x1000 + number));
  }

  public static HoldId hold(long number) {
    return new HoldId(id(0x2000 + number));
  }

  public static ListingId listing(long number) {
    return new ListingId(id(0x3000 + number));
  }

  public static TradeId trade(long number) {
    return new TradeId(id(0x4000 + number));
  }

  public static Amount gold(long units) {
    return new Amount(GOLD, units);
  }

  public static PersonalText text(PlayerId author) {
    return new PersonalText(author.value(), "key-1", "Y2lwaGVy");
  }

  public static RegisterPlayer register(PlayerId player) {
    return new RegisterPlayer(player, text(player), NOW);
  }

  /** A credit from the mint, with a transaction id of its own. */
  public static CreditWallet credit(long number, PlayerId owner, long units) {
    return credit(number, owner, gold(units));
  }

  public static CreditWallet credit(long number, PlayerId owner, Amount amount) {
    return new CreditWallet(
        transaction(number),
        owner,
        amount,
        TransactionType.DEPOSIT,
        AccountId.MINT,
        false,
        null,
        NOW);
  }
}
