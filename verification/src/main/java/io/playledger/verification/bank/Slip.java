package io.playledger.verification.bank;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Act;
import io.playledger.verification.day.Repetition;
import io.playledger.verification.http.Json;
import java.util.SplittableRandom;

/**
 * One planned transfer, determined by the seed and its number.
 *
 * @param payer account number; the hot ones come first
 * @param payee another
 * @param units of USD
 * @param repetition how it is repeated at once
 * @param kept whether it is repeated much later, if possible after a restart of the server
 */
record Slip(int number, int payer, int payee, long units, Repetition repetition, boolean kept) {

  /** How often a hot account is chosen. */
  private static final int HOT_PER_MILLE = 800;

  private static final long UNITS_MAX = 5_000;

  /** How often the amount exceeds all accounts together, so that the transfer must be rejected. */
  private static final int BEYOND_MEANS_PER_MILLE = 30;

  // a fifth is sent again, in one of four ways
  private static final int AGAIN_BELOW = 60;
  private static final int AT_ONCE_BELOW = 120;
  private static final int OTHER_BODY_BELOW = 160;
  private static final int KEPT_BELOW = 200;

  static Slip of(int number, BankSettings settings) {
    SplittableRandom dice = new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + number);
    int payer = account(dice, settings);
    int payee = account(dice, settings);
    while (payee == payer) {
      payee = account(dice, settings);
    }
    int chance = dice.nextInt(1_000);
    Repetition repetition =
        chance < AGAIN_BELOW
            ? Repetition.AGAIN
            : chance < AT_ONCE_BELOW
                ? Repetition.AT_ONCE
                : chance < OTHER_BODY_BELOW ? Repetition.OTHER_BODY : Repetition.ONCE;
    boolean kept = chance >= OTHER_BODY_BELOW && chance < KEPT_BELOW;
    long units = dice.nextLong(1, UNITS_MAX + 1);
    if (dice.nextInt(1_000) < BEYOND_MEANS_PER_MILLE) {
      units += settings.accounts() * BankAccounts.OPENING_UNITS;
    }
    return new Slip(number, payer, payee, units, repetition, kept);
  }

  private static int account(SplittableRandom dice, BankSettings settings) {
    return dice.nextInt(1_000) < HOT_PER_MILLE
        ? dice.nextInt(settings.hot())
        : settings.hot() + dice.nextInt(settings.cold());
  }

  Act act(BankAccounts accounts) {
    return Act.post(
        accounts.holder(payer),
        "wallet.transfer",
        "slip-" + number,
        "/wallet/transfers",
        Json.object()
            .put("to", accounts.holder(payee).playerId())
            .put("asset", Currency.USD.name())
            .put("amount", Currency.USD.decimal(units))
            .put("memo", "slip " + number));
  }
}
