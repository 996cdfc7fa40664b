package io.playledger.server.market;

import io.playledger.api.PersonalTexts;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.command.CreateListing;
import io.playledger.api.market.command.EditListing;
import io.playledger.api.market.command.ListingReceipt;
import io.playledger.api.market.command.WithdrawListing;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingView;
import io.playledger.web.amount.TransferableAmounts;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.IfMatch;
import io.playledger.web.call.Sent;
import io.playledger.web.http.Ids;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sellers create, update and withdraw listings. */
@RestController
@RequestMapping("/api/v1/listings")
@Tag(name = "Market")
class ListingController {

  private final CommandGate commands;
  private final CurrentReads reads;
  private final TransferableAmounts amounts;
  private final MarketSettings settings;
  private final PersonalTexts texts;
  private final Clock clock;

  ListingController(
      CommandGate commands,
      CurrentReads reads,
      TransferableAmounts amounts,
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

  @PostMapping
  @Operation(summary = "Create a listing", description = "Requires a signed-in player.")
  @Rejects(
      commands = CreateListing.class,
      codes = {
        "AMOUNT_OUT_OF_RANGE",
        "AMOUNT_TOO_PRECISE",
        "ASSET_NOT_FOUND",
        "ASSET_NOT_TRANSFERABLE"
      },
      never = "LISTING_ALREADY_EXISTS")
  ResponseEntity<Answer<ListingReceipt>> create(
      @Valid @RequestBody ListingBody body, CommandCall call) {
    UUID seller = call.caller().player().value();
    Instant now = clock.instant();
    Sent<ListingReceipt> sent =
        commands.send(
            call,
            new CreateListing(
                new ListingId(Ids.next()),
                call.caller().player(),
                body.gameId(),
                texts.protect(seller, body.itemName()),
                texts.protectNullable(seller, body.description()),
                amounts.parse("price", body.asset(), body.price()),
                body.expiresAt() == null ? now.plus(settings.listingTime()) : body.expiresAt(),
                now));
    return ETags.of(sent.result().version(), sent.created(sent.result()));
  }

  @PatchMapping("/{id}")
  @Operation(
      summary = "Update a listing",
      description =
          "Members that are absent stay unchanged; the listing must be active. Only the"
              + " seller can do this.")
  @Rejects(
      commands = EditListing.class,
      codes = {
        "AMOUNT_OUT_OF_RANGE",
        "AMOUNT_TOO_PRECISE",
        "ASSET_NOT_FOUND",
        "ASSET_NOT_TRANSFERABLE"
      })
  ResponseEntity<Answer<ListingReceipt>> edit(
      @PathVariable ListingId id,
      @Valid @RequestBody ListingPatch patch,
      IfMatch ifMatch,
      CommandCall call) {
    Sent<ListingReceipt> sent = commands.send(call, edited(id, patch, ifMatch, call));
    return ETags.of(sent.result().version(), sent.ok(sent.result()));
  }

  @DeleteMapping("/{id}")
  @Operation(summary = "Withdraw a listing", description = "Only the seller can do this.")
  @Rejects(commands = WithdrawListing.class)
  ResponseEntity<Answer<ListingReceipt>> withdraw(
      @PathVariable ListingId id, IfMatch ifMatch, CommandCall call) {
    return commands.ok(
        call, new WithdrawListing(id, call.caller().player(), ifMatch.version(), clock.instant()));
  }

  private EditListing edited(ListingId id, ListingPatch patch, IfMatch ifMatch, CommandCall call) {
    UUID seller = call.caller().player().value();
    String asset = patch.asset();
    Long expected = ifMatch.version();
    if (patch.price() != null && asset == null) {
      ListingView old = current(id, ifMatch);
      asset = old.asset().value();
      expected = expected == null ? Long.valueOf(old.version()) : expected;
    }
    boolean removesDescription = patch.description() != null && patch.description().isEmpty();
    return new EditListing(
        id,
        call.caller().player(),
        texts.protectNullable(seller, patch.itemName()),
        removesDescription ? null : texts.protectNullable(seller, patch.description()),
        removesDescription,
        patch.price() == null ? null : amounts.parse("price", asset, patch.price()),
        expected,
        clock.instant());
  }

  /** A price without an asset is in the asset of this version. */
  private ListingView current(ListingId id, IfMatch ifMatch) {
    ListingView listing = reads.find(new FindListing(id), MarketRejection.LISTING_NOT_FOUND);
    return ifMatch.version() != null && ifMatch.version() == listing.version()
        ? listing
        : reads.latest(new FindListing(id));
  }
}
