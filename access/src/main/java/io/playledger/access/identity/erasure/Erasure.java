package io.playledger.access.identity.erasure;

import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.following.ErasureTable;
import io.playledger.access.identity.following.FollowedCommands;
import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.PersonalText;
import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.command.MarketCommand;
import io.playledger.api.market.command.WithdrawListing;
import io.playledger.api.market.command.WithdrawOffer;
import io.playledger.api.market.query.ListTrades;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.SearchListings;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.Sent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erases persons. It withdraws offers and listings, stores the event, and then updates the account
 * from the log, which deletes it and destroys the keys in one transaction. After a crash in
 * between, {@link ErasureUpkeep} completes the erasure.
 */
final class Erasure {

  private static final int PAGE = 100;

  private final OpenBusiness business;
  private final CurrentReads reads;
  private final CommandGate commands;
  private final FollowedCommands followed;
  private final ErasureTable erasures;
  private final Accounts accounts;
  private final Clock clock;

  Erasure(
      OpenBusiness business,
      CurrentReads reads,
      CommandGate commands,
      FollowedCommands followed,
      ErasureTable erasures,
      Accounts accounts,
      Clock clock) {
    this.business = business;
    this.reads = reads;
    this.commands = commands;
    this.followed = followed;
    this.erasures = erasures;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Erases a person. The account is deleted when this returns.
   *
   * @param reason the admin's reason; none: the player requests it
   * @throws CommandRejected PLAYER_NOT_FOUND, PLAYER_ERASED, STAFF_ROLE_HELD, MONEY_IN_MOTION,
   *     BALANCE_LEFT
   */
  Sent<Void> erase(
      CommandCall call, PlayerId player, @Nullable PersonalText reason, boolean giveUpBalance) {
    if (accounts.find(player).isPresent()) {
      prepare(call, player, giveUpBalance);
    }
    Instant now = clock.instant();
    erasures.asked(player, now);
    try {
      return followed.send(call, new ErasePlayer(player, reason, now));
    } catch (CommandRejected rejected) {
      erasures.dropped(player);
      throw rejected;
    }
  }

  private void prepare(CommandCall call, PlayerId player, boolean giveUpBalance) {
    if (accounts.roles(player).stream().anyMatch(SignedIn.STAFF::contains)) {
      throw new CommandRejected(IdentityRejection.STAFF_ROLE_HELD);
    }
    business.requireNone(player, giveUpBalance);
    withdrawOffers(call, player);
    withdrawListings(call, player);
    // an offer may have been accepted just before it was withdrawn
    business.requireNone(player, giveUpBalance);
  }

  private void withdrawOffers(CommandCall call, PlayerId player) {
    boolean more = true;
    while (more) {
      more = false;
      for (var trade :
          reads
              .latest(
                  new ListTrades(player, TradeSide.BUYER, TradeStatus.OFFERED, PageOf.first(PAGE)))
              .items()) {
        more |= withdrawn(call, new WithdrawOffer(trade.id(), player, clock.instant()));
      }
    }
  }

  private void withdrawListings(CommandCall call, PlayerId player) {
    boolean more = true;
    while (more) {
      more = false;
      for (var listing : reads.latest(active(player)).items()) {
        more |= withdrawn(call, new WithdrawListing(listing.id(), player, null, clock.instant()));
      }
    }
  }

  private static SearchListings active(PlayerId seller) {
    return new SearchListings(
        null,
        null,
        null,
        null,
        null,
        seller,
        ListingStatus.ACTIVE,
        ListingSort.NEWEST,
        null,
        1,
        PAGE);
  }

  /**
   * Sends a command under its own key, derived from that of the call, so that a repeat of the call
   * repeats it.
   */
  private boolean withdrawn(CommandCall call, MarketCommand<?> command) {
    UUID key =
        UUID.nameUUIDFromBytes(
            (call.idempotencyKey() + "/" + command.aggregateId()).getBytes(StandardCharsets.UTF_8));
    try {
      return !commands
          .send(new CommandCall(call.caller(), key, call.requestHash()), command)
          .replayed();
    } catch (CommandRejected ended) {
      // it ended a moment ago by its deadline or by the other side
      return false;
    }
  }
}
