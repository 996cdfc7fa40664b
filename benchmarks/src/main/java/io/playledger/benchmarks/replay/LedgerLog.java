package io.playledger.benchmarks.replay;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.LedgerEvent;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.ledger.event.WalletOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;

/**
 * A ledger's history of a given length, event for event as the command side writes it: wallets are
 * opened, credited, and send each other value. A transfer is three events, the postings and a
 * receipt on each wallet. What every account must hold in the end is known.
 */
final class LedgerLog {

  static final AssetCode ASSET = new AssetCode("GOLD");

  private static final int EVENTS_AN_APPEND = 1_000;
  private static final int WALLET_EVENTS = 3;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  static final MetaData METADATA =
      MetaData.from(
          Map.of(
              "actorId", "0192f0c1-2b3d-7a4e-8f50-617283940a1b",
              "actorRole", "PLAYER",
              "requestId", "0192f0c1-2b3d-7a4e-8f50-617283940a1c",
              "correlationId", "0192f0c1-2b3d-7a4e-8f50-617283940a1d",
              "causationId", "0192f0c1-2b3d-7a4e-8f50-617283940a1e"));

  private final SplittableRandom random;
  private final EventStorageEngine engine;
  private final long eventsWanted;
  private final List<Wallet> wallets = new ArrayList<>();
  private final List<DomainEventMessage<?>> waiting = new ArrayList<>();
  private long written;
  private long transfers;
  private long minted;

  private static final class Wallet {
    private final PlayerId owner;
    private final String aggregateId;
    private long sequence;
    private long posted;

    Wallet(PlayerId owner) {
      this.owner = owner;
      this.aggregateId = AccountId.wallet(owner).toString();
    }
  }

  LedgerLog(EventStorageEngine engine, long seed, long events, int walletCount) {
    this.random = new SplittableRandom(seed);
    this.engine = engine;
    this.eventsWanted = events;
    for (int i = 0; i < walletCount; i++) {
      wallets.add(new Wallet(new PlayerId(uuid())));
    }
  }

  /** Writes the history; exactly as many events as wanted. */
  LedgerLog write() {
    for (Wallet wallet : wallets) {
      if (room() >= WALLET_EVENTS) {
        open(wallet);
      }
    }
    while (room() >= 3) {
      transfer();
    }
    while (room() > 0) {
      Wallet late = new Wallet(new PlayerId(uuid()));
      add("ledger.Wallet", late.aggregateId, late.sequence++, new WalletOpened(late.owner, at()));
    }
    flush();
    return this;
  }

  long events() {
    return written;
  }

  long postings() {
    return 2 * (transfers + wallets.size());
  }

  /** What each account holds at the end, in smallest units. */
  Map<String, Long> balances() {
    Map<String, Long> balances = new TreeMap<>();
    for (Wallet wallet : wallets) {
      balances.put(wallet.aggregateId, wallet.posted);
    }
    balances.put(AccountId.MINT.toString(), -minted);
    return balances;
  }

  private long room() {
    return eventsWanted - written - waiting.size();
  }

  private void open(Wallet wallet) {
    add(
        "ledger.Wallet",
        wallet.aggregateId,
        wallet.sequence++,
        new WalletOpened(wallet.owner, at()));
    long units = 1_000_000 + random.nextLong(1_000_000);
    minted += units;
    TransactionId transaction = new TransactionId(uuid());
    post(
        transaction,
        new Posting(AccountId.MINT, ASSET, -units, TransactionType.AIRDROP),
        new Posting(AccountId.wallet(wallet.owner), ASSET, units, TransactionType.AIRDROP));
    credit(wallet, transaction, units);
  }

  private void transfer() {
    Wallet from = wallets.get(random.nextInt(wallets.size()));
    Wallet to = wallets.get(random.nextInt(wallets.size()));
    if (from == to || from.posted == 0) {
      return;
    }
    long units = 1 + random.nextLong(Math.min(from.posted, 100));
    TransactionId transaction = new TransactionId(uuid());
    post(
        transaction,
        new Posting(AccountId.wallet(from.owner), ASSET, -units, TransactionType.TRANSFER_OUT),
        new Posting(AccountId.wallet(to.owner), ASSET, units, TransactionType.TRANSFER_IN));
    from.posted -= units;
    add(
        "ledger.Wallet",
        from.aggregateId,
        from.sequence++,
        new WalletDebited(from.owner, transaction, new Amount(ASSET, units), from.posted, at()));
    credit(to, transaction, units);
    transfers++;
  }

  private void post(TransactionId transaction, Posting debit, Posting credit) {
    add(
        "ledger.LedgerTransaction",
        transaction.aggregateId(),
        0,
        new TransactionPosted(transaction, Postings.of(debit, credit), null, null, at()));
  }

  private void credit(Wallet wallet, TransactionId transaction, long units) {
    wallet.posted += units;
    add(
        "ledger.Wallet",
        wallet.aggregateId,
        wallet.sequence++,
        new WalletCredited(
            wallet.owner, transaction, new Amount(ASSET, units), wallet.posted, at()));
  }

  private void add(String type, String aggregateId, long sequence, LedgerEvent event) {
    waiting.add(
        new GenericDomainEventMessage<>(
            type, aggregateId, sequence, event, METADATA, uuid().toString(), at()));
    if (waiting.size() >= EVENTS_AN_APPEND) {
      flush();
    }
  }

  private void flush() {
    if (!waiting.isEmpty()) {
      engine.appendEvents(List.copyOf(waiting));
      written += waiting.size();
      waiting.clear();
    }
  }

  private Instant at() {
    return BEGIN.plusMillis(written + waiting.size());
  }

  /** Of version 7's form, from the seed. */
  private UUID uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x7000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
