package io.playledger.command.market;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.DeclineOffer;
import io.playledger.api.market.command.MakeOffer;
import io.playledger.api.market.command.ReviewTrade;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.api.market.command.WithdrawOffer;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferDeclined;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.OfferWithdrawn;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** A trade, from the offer to its end and the reviews. The escrow decides everything between. */
public class Trade implements Root {

  @AggregateIdentifier private @Nullable String id;
  private TradeId trade;
  private ListingId listing;
  private PlayerId buyer;
  private PlayerId seller;
  private Amount price;
  private TradeStatus status;
  private boolean reviewedByBuyer;
  private boolean reviewedBySeller;

  /** Required by Axon. */
  protected Trade() {}

  static Aggregates<Trade> in(Repository<Trade> repository) {
    return new Aggregates<>(
        repository,
        Trade::new,
        MarketRejection.TRADE_NOT_FOUND,
        MarketRejection.TRADE_ALREADY_EXISTS);
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  TradeReceipt offer(MakeOffer command, PlayerId listingSeller, Amount agreed) {
    apply(
        new OfferMade(
            command.trade(),
            command.listing(),
            command.buyer(),
            listingSeller,
            agreed,
            command.message(),
            command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  TradeReceipt handle(DeclineOffer command) {
    requireOpenFor(command.by(), seller);
    apply(new OfferDeclined(trade, command.at()));
    return receipt();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  TradeReceipt handle(WithdrawOffer command) {
    requireOpenFor(command.by(), buyer);
    apply(new OfferWithdrawn(trade, command.at()));
    return receipt();
  }

  void checkAcceptance(PlayerId by) {
    requireOpenFor(by, seller);
  }

  TradeReceipt accept(AcceptOffer command) {
    apply(new OfferAccepted(trade, listing, buyer, seller, price, command.terms(), command.at()));
    return receipt();
  }

  void checkFinish() {
    switch (status) {
      case ACCEPTED -> {}
      case COMPLETED, CANCELLED ->
          throw new CommandRejected(MarketRejection.TRADE_ALREADY_FINISHED);
      case OFFERED, DECLINED, WITHDRAWN, FUNDED, DELIVERED, DISPUTED ->
          throw new CommandRejected(MarketRejection.TRADE_NOT_ACCEPTED);
    }
  }

  void finish(TradeOutcome outcome, Instant at) {
    apply(
        outcome.completed()
            ? new TradeCompleted(trade, listing, buyer, seller, price, outcome, at)
            : new TradeCancelled(trade, listing, buyer, seller, price, outcome, at));
  }

  /** The side that the reviewer reviews. Rejects if the trade cannot be reviewed. */
  PlayerId checkReview(PlayerId reviewer) {
    boolean isBuyer = reviewer.equals(buyer);
    if (!isBuyer && !reviewer.equals(seller)) {
      throw new CommandRejected(MarketRejection.TRADE_NOT_YOURS);
    }
    switch (status) {
      case COMPLETED -> {}
      case CANCELLED, DECLINED, WITHDRAWN ->
          throw new CommandRejected(MarketRejection.TRADE_NOT_REVIEWABLE);
      case OFFERED, ACCEPTED, FUNDED, DELIVERED, DISPUTED ->
          throw new CommandRejected(MarketRejection.TRADE_NOT_FINISHED);
    }
    if (isBuyer ? reviewedByBuyer : reviewedBySeller) {
      throw new CommandRejected(MarketRejection.TRADE_ALREADY_REVIEWED);
    }
    return isBuyer ? seller : buyer;
  }

  TradeReceipt review(ReviewTrade command, PlayerId reviewed) {
    apply(
        new TradeReviewed(
            trade, command.by(), reviewed, command.rating(), command.comment(), command.at()));
    return receipt();
  }

  ListingId listing() {
    return listing;
  }

  private TradeReceipt receipt() {
    return new TradeReceipt(trade, status);
  }

  private void requireOpenFor(PlayerId by, PlayerId party) {
    requireExists(MarketRejection.TRADE_NOT_FOUND);
    if (!by.equals(party)) {
      throw new CommandRejected(MarketRejection.TRADE_NOT_YOURS);
    }
    if (status != TradeStatus.OFFERED) {
      throw new CommandRejected(MarketRejection.TRADE_NOT_OPEN, Map.of("status", status.name()));
    }
  }

  @EventSourcingHandler
  void on(OfferMade event) {
    id = event.trade().aggregateId();
    trade = event.trade();
    listing = event.listing();
    buyer = event.buyer();
    seller = event.seller();
    price = event.price();
    status = TradeStatus.OFFERED;
  }

  @EventSourcingHandler
  void on(OfferAccepted event) {
    status = TradeStatus.ACCEPTED;
  }

  @EventSourcingHandler
  void on(OfferDeclined event) {
    status = TradeStatus.DECLINED;
  }

  @EventSourcingHandler
  void on(OfferWithdrawn event) {
    status = TradeStatus.WITHDRAWN;
  }

  @EventSourcingHandler
  void on(TradeCompleted event) {
    status = TradeStatus.COMPLETED;
  }

  @EventSourcingHandler
  void on(TradeCancelled event) {
    status = TradeStatus.CANCELLED;
  }

  @EventSourcingHandler
  void on(TradeReviewed event) {
    reviewedByBuyer |= event.reviewer().equals(buyer);
    reviewedBySeller |= event.reviewer().equals(seller);
  }
}
