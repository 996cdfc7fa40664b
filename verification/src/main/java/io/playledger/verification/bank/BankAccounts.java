package io.playledger.verification.bank;

import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Act;
import io.playledger.verification.day.Crew;
import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.day.Desk;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.identity.Doors;
import java.util.List;
import java.util.stream.IntStream;

/** The holders of the accounts, and the balances that the clients expect. */
final class BankAccounts {

  /** Far more than a run moves on average, so that few valid transfers are rejected. */
  static final long OPENING_UNITS = 1_000_000;

  private final List<Actor> holders;
  private final ClientLedger books = new ClientLedger();

  BankAccounts(BankSettings settings) {
    holders =
        IntStream.range(0, settings.accounts())
            .mapToObj(number -> "bank-" + number + "-" + settings.run())
            .map(name -> new Actor(name, name + "@example.com", "Bank-test 1 of " + name))
            .toList();
  }

  /** Registers all holders and credits their wallets. */
  void open(Crew crew, Doors doors, Desk desk, Actor admin) {
    crew.play(
        IntStream.range(0, holders.size())
            .mapToObj(number -> new Script(account(number), () -> open(number, doors, desk, admin)))
            .toList());
  }

  private void open(int number, Doors doors, Desk desk, Actor admin) {
    Actor holder = holders.get(number);
    doors.enter(holder, account(number));
    ApiReply credited =
        desk.must(
            Act.post(
                admin,
                "wallet.credit",
                account(number) + "/opening",
                "/admin/wallets/" + holder.playerId() + "/credits",
                Json.object()
                    .put("asset", Currency.USD.name())
                    .put("amount", Currency.USD.decimal(OPENING_UNITS))
                    .put("reason", "opening balance")));
    holder.saw(credited.position());
    books.move("system:mint", account(number), Currency.USD, OPENING_UNITS);
  }

  int count() {
    return holders.size();
  }

  Actor holder(int number) {
    return holders.get(number);
  }

  /** A transfer was done. */
  void moved(Slip slip) {
    books.move(account(slip.payer()), account(slip.payee()), Currency.USD, slip.units());
  }

  /** Units that the account must have. */
  long units(int number) {
    return books.balance(account(number), Currency.USD);
  }

  /** Units of all accounts together; transfers do not change them. */
  long total() {
    return books.sum("account-", Currency.USD);
  }

  /** The newest position that any holder has seen. */
  long seen() {
    return holders.stream().mapToLong(Actor::seen).max().orElse(0);
  }

  private static String account(int number) {
    return "account-" + number;
  }
}
