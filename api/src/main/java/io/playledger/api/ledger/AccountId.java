package io.playledger.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.playledger.api.identity.PlayerId;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of an account, written {@code wallet:<player>}, {@code escrow:<trade>} or {@code
 * system:<name>}. Only this class parses it.
 */
public record AccountId(AccountKind kind, String owner) implements Comparable<AccountId> {

  /** The account from which assets are minted. */
  public static final AccountId MINT = new AccountId(AccountKind.SYSTEM, "mint");

  /** The account that receives the fees of trades. */
  public static final AccountId FEES = new AccountId(AccountKind.SYSTEM, "fees");

  /** The account to which assets are burnt. */
  public static final AccountId BURN = new AccountId(AccountKind.SYSTEM, "burn");

  /** The counterpart of money paid in or out by other means. */
  public static final AccountId PAYMENTS = new AccountId(AccountKind.SYSTEM, "payments");

  public AccountId {
    Objects.requireNonNull(kind, "kind");
    if (owner == null || owner.isEmpty() || owner.length() > 64) {
      throw new IllegalArgumentException("An account's owner has 1 to 64 characters.");
    }
  }

  /** The wallet of a player. */
  public static AccountId wallet(PlayerId player) {
    return new AccountId(AccountKind.WALLET, player.toString());
  }

  /** The escrow of the trade with that id. */
  public static AccountId escrow(UUID trade) {
    return new AccountId(AccountKind.ESCROW, trade.toString());
  }

  /** Parses the written form. Throws IllegalArgumentException for any other text. */
  @JsonCreator
  public static AccountId parse(String text) {
    int colon = text.indexOf(':');
    AccountKind kind = AccountKind.ofPrefix(text.substring(0, Math.max(colon, 0)));
    return new AccountId(kind, text.substring(colon + 1));
  }

  @Override
  public int compareTo(AccountId other) {
    return toString().compareTo(other.toString());
  }

  @JsonValue
  @Override
  public String toString() {
    return kind.prefix() + ":" + owner;
  }
}
