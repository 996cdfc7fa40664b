package io.playledger.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.TransactionPosted;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Names and values that tests share. */
public final class Day {

  public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** In cents. */
  public static final AssetCode USD = new AssetCode("USD");

  /** Whole pieces. */
  public static final AssetCode GOLD = new AssetCode("GOLD");

  public static final PlayerId ADA = player(1);
  public static final PlayerId BOB = player(2);
  public static final PlayerId CARA = player(3);
  public static final PlayerId MODERATOR = player(9);

  private Day() {}

  /** Ids that sort by their numbers. */
  public static UUID id(long number) {
    return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  public static PlayerId player(long number) {
    return new PlayerId(id(number));
  }

  public static TransactionId transaction(long number) {
    return new TransactionId(id(number));
  }

  public static Instant at(long minute) {
    return NOON.plus(Duration.ofMinutes(minute));
  }

  public static AssetRegistered asset(AssetCode code, int scale) {
    return new AssetRegistered(new Asset(code, scale), true, null, NOON);
  }

  public static PlayerRegistered registered(ReadTables tables, PlayerId player, String name) {
    return new PlayerRegistered(player, tables.says(player, name), NOON);
  }

  public static Posting line(AccountId account, AssetCode asset, long units, TransactionType why) {
    return new Posting(account, asset, units, why);
  }

  public static TransactionPosted posted(long transaction, Instant at, Posting... lines) {
    return new TransactionPosted(transaction(transaction), Postings.of(lines), null, null, at);
  }

  /** From the mint to a wallet. */
  public static TransactionPosted reward(
      long transaction, Instant at, PlayerId player, AssetCode asset, long units) {
    return posted(
        transaction,
        at,
        line(AccountId.MINT, asset, -units, TransactionType.QUEST_REWARD),
        line(AccountId.wallet(player), asset, units, TransactionType.QUEST_REWARD));
  }
}
