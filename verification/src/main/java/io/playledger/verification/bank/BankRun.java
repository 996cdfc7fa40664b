package io.playledger.verification.bank;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.Crew;
import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.day.Desk;
import io.playledger.verification.day.Progress;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Keys;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.http.RetryReason;
import io.playledger.verification.identity.Doors;
import io.playledger.verification.journal.Journal;
import io.playledger.verification.journal.JournalReader;
import io.playledger.verification.journal.JournalledClient;
import io.playledger.verification.ledger.AccountSums;
import io.playledger.verification.measure.Errors;
import io.playledger.verification.measure.Findings;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import io.playledger.verification.proof.check.DataFolderCheck;
import io.playledger.verification.server.RunFailed;
import io.playledger.verification.server.ServerFolder.Admin;
import io.playledger.verification.server.ServerProcess;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Starts the server, opens the accounts, sends all transfers, and kills the server in the middle.
 */
final class BankRun {

  private final BankSettings settings;
  private final PrintStream out;
  private final PrintStream progress;
  private final Consumer<URI> atLast;
  private final ServerProcess server;
  private final Latencies latencies = new Latencies();
  private final Tally<RetryReason> retries = new Tally<>();
  private final Tally<String> repeats = new Tally<>();
  private final Findings findings = new Findings();

  /**
   * @param out takes the report
   * @param atLast run when all transfers are done, before the books are compared
   */
  BankRun(BankSettings settings, PrintStream out, PrintStream progress, Consumer<URI> atLast) {
    this.settings = settings;
    this.out = out;
    this.progress = progress;
    this.atLast = atLast;
    this.server = ServerProcess.on(settings.data(), settings.command(), progress);
  }

  /** Whether the books are right. */
  boolean play() {
    Admin admin = server.startWithAdmin();
    Path journalFile =
        settings.data().resolve("journal").resolve(settings.run() + JournalReader.SUFFIX);
    out.println(
        "Bank test: %d transfers, %d hot and %d cold accounts, %d clients, seed %d, data in %s"
            .formatted(
                settings.transfers(),
                settings.hot(),
                settings.cold(),
                settings.clients(),
                settings.seed(),
                settings.data()));
    try (Journal journal = Journal.open(journalFile);
        Progress shown = new Progress(progress, latencies::count, retries::total);
        ApiClient client =
            new ApiClient(server.url(), RetryPolicy.eager(settings.seed()), latencies, retries)) {
      play(client, new JournalledClient(client, journal), admin, shown);
    } finally {
      stop();
    }
    findings.lines().forEach(out::println);
    if (!DataFolderCheck.run(settings.data(), List.of(journalFile), out)) {
      findings.add("checks", "the checker found something");
    }
    out.println();
    out.println(
        findings.isEmpty() ? "VERDICT: clean" : "VERDICT: NOT CLEAN: " + findings.summary());
    return findings.isEmpty();
  }

  private void play(ApiClient client, JournalledClient sender, Admin known, Progress shown) {
    Desk desk =
        new Desk(
            sender, new Keys(settings.seed(), settings.run()), new Errors(), findings, repeats);
    Actor admin = new Actor("admin", known.email(), known.password());
    ApiReply login = client.login(admin);
    if (!login.ok()) {
      throw new RunFailed("the admin cannot log in: " + login.brief());
    }
    Crew crew = new Crew(settings.clients(), findings, shown);
    BigDecimal before = AccountSums.read(desk, admin, 0).of(Currency.USD).wallets();
    BankAccounts accounts = new BankAccounts(settings);
    shown.phase("accounts", accounts.count());
    accounts.open(crew, new Doors(client, desk), desk, admin);
    admin.saw(accounts.seen());
    BigDecimal wallets = before.add(BigDecimal.valueOf(accounts.total(), Currency.USD.scale()));
    Auditor auditor =
        new Auditor(
            desk,
            admin,
            findings,
            new AllBalances(settings.data().resolve("postgres")),
            wallets,
            admin.seen(),
            settings.seed());
    Teller teller = new Teller(desk, accounts);
    Duration took = transfer(crew, teller, auditor, shown);
    atLast.accept(server.url());
    admin.saw(accounts.seen());
    auditor.read();
    int equal = compare(accounts, desk, crew);
    report(teller, auditor, accounts, equal, took);
  }

  /** Sends all transfers while the auditor reads, with a crash in the middle. */
  private Duration transfer(Crew crew, Teller teller, Auditor auditor, Progress shown) {
    CompletableFuture<Void> audit =
        CompletableFuture.runAsync(auditor::run, Thread::startVirtualThread);
    CompletableFuture<Void> crash = new CompletableFuture<>();
    AtomicInteger handed = new AtomicInteger();
    shown.phase("transfers", settings.transfers());
    long begin = System.nanoTime();
    crew.play(
        IntStream.range(0, settings.transfers())
            .mapToObj(
                number ->
                    new Script(
                        "slip-" + number,
                        () -> {
                          teller.hand(Slip.of(number, settings));
                          if (handed.incrementAndGet() == settings.transfers() / 2) {
                            Thread.startVirtualThread(() -> crash(teller, crash));
                          }
                        }))
            .toList());
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    crash.join();
    teller.repeatKept();
    auditor.enough();
    audit.join();
    return took;
  }

  private void crash(Teller teller, CompletableFuture<Void> over) {
    try {
      server.kill();
      server.start();
      teller.repeatKept();
      over.complete(null);
    } catch (RuntimeException failed) {
      over.completeExceptionally(failed);
    }
  }

  private int compare(BankAccounts accounts, Desk desk, Crew crew) {
    AtomicInteger equal = new AtomicInteger();
    long position = accounts.seen();
    crew.play(
        IntStream.range(0, accounts.count())
            .mapToObj(
                number ->
                    new Script(
                        "account-" + number,
                        () -> {
                          if (compare(accounts, number, desk, position)) {
                            equal.incrementAndGet();
                          }
                        }))
            .toList());
    return equal.get();
  }

  private boolean compare(BankAccounts accounts, int number, Desk desk, long position) {
    String posted =
        desk.read(
                accounts.holder(number),
                "wallet.balance",
                "/wallet/balance?asset=" + Currency.USD,
                position)
            .text("posted");
    boolean equal = Currency.USD.units(posted.isEmpty() ? "0" : posted) == accounts.units(number);
    if (!equal) {
      findings.add(
          "balance differs",
          "account %d should have %s, shows %s"
              .formatted(number, Currency.USD.decimal(accounts.units(number)), posted));
    }
    return equal;
  }

  private void report(
      Teller teller, Auditor auditor, BankAccounts accounts, int equal, Duration took) {
    double seconds = took.toMillis() / 1_000.0;
    for (String line :
        List.of(
            "%d transfers done, %d refused for lack of funds, in %.1f s: %.0f/s, a crash of the server included"
                .formatted(
                    teller.done(),
                    teller.refused(),
                    seconds,
                    (teller.done() + teller.refused()) / seconds),
            "sent again: %s, of them %d after a restart or at the end"
                .formatted(repeats, teller.repeatedLater()),
            "retried: " + retries,
            "%d reads of all balances, %d of all rows, %d as of an earlier position, while it went on"
                .formatted(auditor.reads(), auditor.readsOfRows(), auditor.readsAsOf()),
            "%d of %d accounts equal to the clients' books".formatted(equal, accounts.count()))) {
      out.println(line);
    }
  }

  /** Ends the server, also after an interrupted run. */
  void stop() {
    server.stop();
  }
}
