package io.playledger.server.market;

import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.EscrowReceipt;
import io.playledger.api.escrow.RequestCancellation;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.AcceptOffer;
import io.playledger.api.market.DeclineOffer;
import io.playledger.api.market.FindListing;
import io.playledger.api.market.FindTrade;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingView;
import io.playledger.api.market.MakeOffer;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeReceipt;
import io.playledger.api.market.TradeView;
import io.playledger.api.market.WithdrawOffer;
import io.playledger.web.http.Amounts;
import io.playledger.web.http.Answer;
import io.playledger.web.http.CommandCall;
import io.playledger.web.http.CommandGate;
import io.playledger.web.http.CurrentReads;
import io.playledger.web.http.Ids;
import io.playledger.web.http.NoMembers;
import io.playledger.web.http.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buyers make offers, sellers accept or decline them, and both sides can cancel. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Market")
class OfferController {

  private final CommandGate commands;
  private final CurrentReads reads;
  private final Amounts amounts;
  private final MarketSettings settings;
  private final PersonalTexts texts;
  private final Clock clock;

  OfferController(
      CommandGate commands,
      CurrentReads reads,
      Amounts amounts,
      MarketSettings settings,
      PersonalTexts texts,
      Clock clock) {
    this.commands = commands;
    this.reads = reads;
    this.amounts = amounts;
    this.settings = settings;
    this.texts = texts;
    this.clock = clock;
  }

  @PostMapping("/listings/{id}/offers")
  @Operation(
      summary = "Make an offer",
      description =
          "Requires a signed-in player. Rejections: LISTING_NOT_FOUND,"
              + " LISTING_NOT_ACTIVE, TRADE_WITH_ONESELF, PRICE_NOT_POSITIVE,"
              + " PRICE_ASSET_MISMATCH, AMOUNT_TOO_PRECISE, AMOUNT_OUT_OF_RANGE.")
  ResponseEntity<Answer<TradeReceipt>> offer(
      @PathVariable ListingId id,
      @Valid @RequestBody(required = false) OfferBody body,
      CommandCall call) {
    OfferBody offer = body == null ? OfferBody.AT_LISTED_PRICE : body;
    return commands.created(
        call,
        new MakeOffer(
            new TradeId(Ids.next()),
            id,
            call.caller().player(),
            offer.price() == null ? null : inAssetOf(id, offer.price()),
            texts.protect(call.caller().player().value(), offer.message()),
            clock.instant()));
  }

  @PostMapping("/trades/{id}/accept")
  @Operation(
      summary = "Accept an offer",
      description =
          "Only the seller can do this. Rejections: TRADE_NOT_FOUND, TRADE_NOT_YOURS,"
              + " TRADE_NOT_OPEN, LISTING_NOT_ACTIVE.")
  ResponseEntity<Answer<TradeReceipt>> accept(
      @PathVariable TradeId id, @RequestBody(required = false) NoMembers body, CommandCall call) {
    return commands.ok(
        call, new AcceptOffer(id, call.caller().player(), settings.terms(), clock.instant()));
  }

  @PostMapping("/trades/{id}/decline")
  @Operation(
      summary = "Decline an offer",
      description =
          "Only the seller can do this. Rejections: TRADE_NOT_FOUND, TRADE_NOT_YOURS,"
              + " TRADE_NOT_OPEN.")
  ResponseEntity<Answer<TradeReceipt>> decline(
      @PathVariable TradeId id, @RequestBody(required = false) NoMembers body, CommandCall call) {
    return commands.ok(call, new DeclineOffer(id, call.caller().player(), clock.instant()));
  }

  @PostMapping("/trades/{id}/cancel")
  @Operation(
      summary = "Withdraw an offer or cancel a trade",
      description =
          "Before the acceptance, the buyer can withdraw the offer. Once the trade is"
              + " funded, it is cancelled when both sides have requested it. Rejections:"
              + " TRADE_NOT_FOUND, TRADE_NOT_YOURS, TRADE_NOT_OPEN, ESCROW_NOT_FOUND,"
              + " ESCROW_NOT_YOURS, ESCROW_DISPUTED, ESCROW_ALREADY_CONFIRMED, ESCROW_FINISHED,"
              + " CANCELLATION_ALREADY_REQUESTED.")
  ResponseEntity<Answer<TradeReceipt>> cancel(
      @PathVariable TradeId id, @RequestBody(required = false) NoMembers body, CommandCall call) {
    return accepted(id) ? requestCancellation(id, call) : withdraw(id, call);
  }

  private Amount inAssetOf(ListingId id, String price) {
    ListingView listing = reads.find(new FindListing(id), MarketRejection.LISTING_NOT_FOUND);
    return amounts.parse("price", listing.asset().value(), price);
  }

  private boolean accepted(TradeId id) {
    TradeView trade = reads.find(new FindTrade(id), MarketRejection.TRADE_NOT_FOUND);
    // an accepted trade stays accepted; an open one may have been accepted just now
    return trade.acceptedAt() != null || reads.latest(new FindTrade(id)).acceptedAt() != null;
  }

  private ResponseEntity<Answer<TradeReceipt>> withdraw(TradeId id, CommandCall call) {
    return commands.ok(call, new WithdrawOffer(id, call.caller().player(), clock.instant()));
  }

  private ResponseEntity<Answer<TradeReceipt>> requestCancellation(TradeId id, CommandCall call) {
    Sent<EscrowReceipt> sent =
        commands.send(call, new RequestCancellation(id, call.caller().player(), clock.instant()));
    return sent.ok(new TradeReceipt(id, TradeStatuses.of(sent.result().status())));
  }
}
