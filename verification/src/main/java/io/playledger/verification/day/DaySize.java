package io.playledger.verification.day;

/**
 * The size of a day.
 *
 * @param players at least 4
 * @param listings items on sale at first; sellers list an item anew once it is sold
 * @param trades accepted trades
 * @param disputes trades that a moderator rules on; a few more are left to the default ruling
 * @param transfers between players
 * @param holds on wallets, a third of which each are captured, released and left to expire
 */
public record DaySize(
    int players, int listings, int trades, int disputes, int transfers, int holds) {

  public static final int PLAYERS_MAX = 10_000;
  public static final int TRADES_MAX = 100_000;

  public DaySize {
    inRange("players", players, 4, PLAYERS_MAX);
    inRange("listings", listings, 1, TRADES_MAX);
    inRange("trades", trades, 10, TRADES_MAX);
    inRange("disputes", disputes, 3, disputesMax(trades));
    inRange("transfers", transfers, 1, TRADES_MAX);
    inRange("holds", holds, 3, TRADES_MAX);
  }

  /** With payments beside the trades as suits so many players. */
  public DaySize(int players, int listings, int trades, int disputes) {
    this(players, listings, trades, disputes, players * 3 / 2, Math.max(3, players * 3 / 10));
  }

  /** The day of the issue. */
  public static DaySize whole() {
    return new DaySize(200, 500, 1000, 30);
  }

  /** This number per thousand trades, but at least one. */
  public int perMille(int share) {
    return Math.max(1, trades * share / 1000);
  }

  /** The most disputes for which so many trades leave room. */
  public static int disputesMax(int trades) {
    return Math.max(3, trades / 4);
  }

  private static void inRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(name + " is " + min + " to " + max + ", not " + value);
    }
  }
}
