package io.playledger.verification.proof.control;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.api.ledger.event.LedgerEvent;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes ledger events without asking any aggregate: as another node would, or a short cut that
 * forgot the rules. All is in order about them but what the caller asks for.
 */
final class DirectLedger {

  private final EventStore log;
  private final JdbcTemplate sql;

  DirectLedger(EventStore log, DataSource database) {
    this.log = log;
    this.sql = new JdbcTemplate(database);
  }

  /** Transfers the first leg, whatever the payer has. */
  CommandReply transfer(PostTransfer command, CommandRequest request) {
    TransferLeg leg = command.legs().getFirst();
    Map<String, Object> metadata = new HashMap<>(request.metadata());
    metadata.remove("idempotencyKey");
    append(command.transaction(), leg, command.at(), metadata);
    Long head = sql.queryForObject("SELECT max(last_position) FROM event_store.chain", Long.class);
    return new CommandReply(
        new TransactionReceipt(command.transaction(), List.of(), false), head, false);
  }

  /** Transfers from wallet to wallet in the name of nobody. */
  void transfer(UUID from, UUID to, long gold) {
    append(
        new TransactionId(UUID.randomUUID()),
        new TransferLeg(
            new PlayerId(from), new PlayerId(to), new Amount(new AssetCode("GOLD"), gold)),
        Instant.now(),
        new HashMap<>());
  }

  private void append(
      TransactionId transaction, TransferLeg leg, Instant at, Map<String, Object> metadata) {
    metadata.put("causationId", UUID.randomUUID().toString());
    AssetCode asset = leg.amount().asset();
    long units = leg.amount().units();
    AccountId payer = AccountId.wallet(leg.from());
    AccountId payee = AccountId.wallet(leg.to());
    Postings postings =
        Postings.of(
            new Posting(payer, asset, -units, TransactionType.TRANSFER_OUT),
            new Posting(payee, asset, units, TransactionType.TRANSFER_IN));
    List<DomainEventMessage<?>> events = new ArrayList<>();
    events.add(
        event(
            "ledger.LedgerTransaction",
            transaction.aggregateId(),
            new TransactionPosted(transaction, postings, null, null, at),
            metadata));
    events.add(
        event(
            "ledger.Wallet",
            payer.toString(),
            new WalletDebited(
                leg.from(), transaction, leg.amount(), posted(payer, asset) - units, at),
            metadata));
    events.add(
        event(
            "ledger.Wallet",
            payee.toString(),
            new WalletCredited(
                leg.to(), transaction, leg.amount(), posted(payee, asset) + units, at),
            metadata));
    log.publish(events);
  }

  private DomainEventMessage<LedgerEvent> event(
      String type, String aggregate, LedgerEvent payload, Map<String, Object> metadata) {
    long sequence = log.lastSequenceNumberFor(aggregate).map(last -> last + 1).orElse(0L);
    return new GenericDomainEventMessage<>(
        type, aggregate, sequence, payload, MetaData.from(metadata));
  }

  private long posted(AccountId wallet, AssetCode asset) {
    return sql
        .queryForList(
            """
            SELECT (payload->>'posted')::bigint FROM event_store.events
            WHERE aggregate_id = ? AND payload->'amount'->>'asset' = ?
              AND payload->>'posted' IS NOT NULL
            ORDER BY sequence_number DESC LIMIT 1
            """,
            Long.class,
            wallet.toString(),
            asset.toString())
        .stream()
        .findFirst()
        .orElse(0L);
  }
}
