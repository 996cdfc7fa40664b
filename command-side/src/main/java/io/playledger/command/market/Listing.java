package io.playledger.command.market;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.command.CreateListing;
import io.playledger.api.market.command.EditListing;
import io.playledger.api.market.command.ExpireListing;
import io.playledger.api.market.command.ListingReceipt;
import io.playledger.api.market.command.WithdrawListing;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingEdited;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** An item on sale, from its creation to its end. */
public class Listing implements Root {

  @AggregateIdentifier private @Nullable String id;
  private ListingId listing;
  private PlayerId seller;
  private PersonalText itemName;
  private @Nullable PersonalText description;
  private Amount price;
  private Instant expiresAt;
  private long version;
  private ListingStatus status;

  /** Required by Axon. */
  protected Listing() {}

  static Aggregates<Listing> in(Repository<Listing> repository) {
    return new Aggregates<>(
        repository,
        Listing::new,
        MarketRejection.LISTING_NOT_FOUND,
        MarketRejection.LISTING_ALREADY_EXISTS);
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ListingReceipt handle(CreateListing command) {
    requireAbsent(MarketRejection.LISTING_ALREADY_EXISTS);
    MarketRules.positivePrice(command.price());
    Instant latest = command.at().plus(Duration.ofDays(CreateListing.EXPIRY_DAYS_MAX));
    if (!command.expiresAt().isAfter(command.at()) || command.expiresAt().isAfter(latest)) {
      throw new CommandRejected(MarketRejection.LISTING_EXPIRY_OUT_OF_RANGE);
    }
    apply(
        new ListingCreated(
            command.listing(),
            command.seller(),
            command.gameId(),
            command.itemName(),
            command.description(),
            command.price(),
            command.expiresAt(),
            command.at()));
    return new ListingReceipt(command.listing(), version);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ListingReceipt handle(EditListing command) {
    requireChangeable(command.by(), command.expectedVersion(), command.at());
    if (command.price() != null) {
      MarketRules.positivePrice(command.price());
    }
    apply(
        new ListingEdited(
            command.listing(),
            command.itemName() == null ? itemName : command.itemName(),
            descriptionAfter(command),
            command.price() == null ? price : command.price(),
            version + 1,
            command.at()));
    return new ListingReceipt(command.listing(), version);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ListingReceipt handle(WithdrawListing command) {
    requireChangeable(command.by(), command.expectedVersion(), command.at());
    apply(new ListingWithdrawn(command.listing(), command.at()));
    return new ListingReceipt(command.listing(), version);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ExpireListing command) {
    requireExists(MarketRejection.LISTING_NOT_FOUND);
    if (status != ListingStatus.ACTIVE) {
      throw new CommandRejected(MarketRejection.LISTING_NOT_ACTIVE);
    }
    if (command.at().isBefore(expiresAt)) {
      throw new CommandRejected(
          MarketRejection.LISTING_NOT_EXPIRED, Map.of("expiresAt", expiresAt.toString()));
    }
    apply(new ListingExpired(command.listing(), command.at()));
  }

  /** Rejects an offer that this listing does not accept. */
  void checkOffer(PlayerId buyer, AssetCode asset, Instant at) {
    requireActive(at);
    if (buyer.equals(seller)) {
      throw new CommandRejected(MarketRejection.TRADE_WITH_ONESELF);
    }
    if (!asset.equals(price.asset())) {
      throw new CommandRejected(
          MarketRejection.PRICE_ASSET_MISMATCH, Map.of("asset", price.asset().value()));
    }
  }

  PlayerId seller() {
    return seller;
  }

  Amount price() {
    return price;
  }

  /** Whether the listing is on sale and not overdue. */
  void requireActive(Instant at) {
    if (status != ListingStatus.ACTIVE || !at.isBefore(expiresAt)) {
      throw new CommandRejected(
          MarketRejection.LISTING_NOT_ACTIVE, Map.of("status", status.name()));
    }
  }

  void reserve(TradeId trade, Instant at) {
    apply(new ListingReserved(listing, trade, at));
  }

  /** Ends the reservation according to the outcome of the trade. */
  void finish(TradeId trade, TradeOutcome outcome, Instant at) {
    if (outcome.completed()) {
      apply(new ListingSold(listing, trade, at));
    } else if (outcome.reopensListing()) {
      apply(new ListingReopened(listing, trade, at));
      if (!at.isBefore(expiresAt)) {
        apply(new ListingExpired(listing, at));
      }
    } else {
      apply(new ListingClosed(listing, trade, at));
    }
  }

  private @Nullable PersonalText descriptionAfter(EditListing command) {
    if (command.descriptionRemoved()) {
      return null;
    }
    return command.description() == null ? description : command.description();
  }

  private void requireChangeable(PlayerId by, @Nullable Long expectedVersion, Instant at) {
    requireExists(MarketRejection.LISTING_NOT_FOUND);
    if (!by.equals(seller)) {
      throw new CommandRejected(MarketRejection.LISTING_NOT_YOURS);
    }
    if (expectedVersion != null && expectedVersion != version) {
      throw new CommandRejected(
          MarketRejection.LISTING_STALE, Map.of("version", Long.toString(version)));
    }
    requireActive(at);
  }

  @EventSourcingHandler
  void on(ListingCreated event) {
    id = event.listing().aggregateId();
    listing = event.listing();
    seller = event.seller();
    itemName = event.itemName();
    description = event.description();
    price = event.price();
    expiresAt = event.expiresAt();
    version = 1;
    status = ListingStatus.ACTIVE;
  }

  @EventSourcingHandler
  void on(ListingEdited event) {
    itemName = event.itemName();
    description = event.description();
    price = event.price();
    version = event.version();
  }

  @EventSourcingHandler
  void on(ListingWithdrawn event) {
    status = ListingStatus.WITHDRAWN;
  }

  @EventSourcingHandler
  void on(ListingExpired event) {
    status = ListingStatus.EXPIRED;
  }

  @EventSourcingHandler
  void on(ListingReserved event) {
    status = ListingStatus.RESERVED;
  }

  @EventSourcingHandler
  void on(ListingReopened event) {
    status = ListingStatus.ACTIVE;
  }

  @EventSourcingHandler
  void on(ListingSold event) {
    status = ListingStatus.SOLD;
  }

  @EventSourcingHandler
  void on(ListingClosed event) {
    status = ListingStatus.CLOSED;
  }
}
