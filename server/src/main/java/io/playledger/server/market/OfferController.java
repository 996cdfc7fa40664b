package io.playledger.server.market;

import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.Amount;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.DeclineOffer;
import io.playledger.api.market.command.MakeOffer;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingView;
import io.playledger.web.amount.Amounts;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.NoMembers;
import io.playledger.web.http.Ids;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Buyers make offers, sellers accept or decline them. */
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
  @Operation(summary = "Make an offer", description = "Requires a signed-in player.")
  @Rejects(
      commands = MakeOffer.class,
      codes = {"AMOUNT_OUT_OF_RANGE", "AMOUNT_TOO_PRECISE"},
      never = {"ASSET_NOT_FOUND", "TRADE_ALREADY_EXISTS"})
  ResponseEntity<Answer<TradeReceipt>> offer(
      @PathVariable ListingId id,
      @Valid @RequestBody(required = false) @Nullable OfferBody body,
      CommandCall call) {
    OfferBody offer = body == null ? OfferBody.AT_LISTED_PRICE : body;
    return commands.created(
        call,
        new MakeOffer(
            new TradeId(Ids.next()),
            id,
            call.caller().player(),
            offer.price() == null ? null : inAssetOf(id, offer.price()),
            texts.protectNullable(call.caller().player().value(), offer.message()),
            clock.instant()));
  }

  @PostMapping("/trades/{id}/accept")
  @Operation(summary = "Accept an offer", description = "Only the seller can do this.")
  @Rejects(commands = AcceptOffer.class)
  ResponseEntity<Answer<TradeReceipt>> accept(
      @PathVariable TradeId id,
      @RequestBody(required = false) @Nullable NoMembers body,
      CommandCall call) {
    return commands.ok(
        call, new AcceptOffer(id, call.caller().player(), settings.terms(), clock.instant()));
  }

  @PostMapping("/trades/{id}/decline")
  @Operation(summary = "Decline an offer", description = "Only the seller can do this.")
  @Rejects(commands = DeclineOffer.class)
  ResponseEntity<Answer<TradeReceipt>> decline(
      @PathVariable TradeId id,
      @RequestBody(required = false) @Nullable NoMembers body,
      CommandCall call) {
    return commands.ok(call, new DeclineOffer(id, call.caller().player(), clock.instant()));
  }

  private Amount inAssetOf(ListingId id, String price) {
    ListingView listing = reads.find(new FindListing(id), MarketRejection.LISTING_NOT_FOUND);
    return amounts.parse("price", listing.asset().value(), price);
  }
}
