package io.playledger.server.market;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.ConfirmDelivery;
import io.playledger.api.escrow.EscrowReceipt;
import io.playledger.api.escrow.RecordDelivery;
import io.playledger.api.identity.Role;
import io.playledger.api.market.FindTrade;
import io.playledger.api.market.ListTrades;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.ReviewTrade;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeReceipt;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.TradeView;
import io.playledger.web.http.AcceptsApiKey;
import io.playledger.web.http.Answer;
import io.playledger.web.http.Caller;
import io.playledger.web.http.CommandCall;
import io.playledger.web.http.CommandGate;
import io.playledger.web.http.MinPosition;
import io.playledger.web.http.NoMembers;
import io.playledger.web.http.QueryGate;
import io.playledger.web.http.Reading;
import io.playledger.web.http.Scope;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trades: list, delivery, confirmation and review. */
@RestController
@RequestMapping("/api/v1/trades")
@Tag(name = "Market")
class TradeController {

  private final CommandGate commands;
  private final QueryGate queries;
  private final PersonalTexts texts;
  private final AuditTrail audit;
  private final Clock clock;

  TradeController(
      CommandGate commands, QueryGate queries, PersonalTexts texts, AuditTrail audit, Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.texts = texts;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping
  @AcceptsApiKey(Scope.MARKET_READ)
  @Operation(
      summary = "List my trades",
      description = "The newest comes first. Requires a signed-in player.")
  ResponseEntity<Answer<List<TradeView>>> trades(
      @RequestParam(required = false) TradeSide side,
      @RequestParam(required = false) TradeStatus status,
      PageOf page,
      Caller caller,
      MinPosition min) {
    return queries.list(new ListTrades(caller.player(), side, status, page), min, page);
  }

  @GetMapping("/{id}")
  @AcceptsApiKey(Scope.MARKET_READ)
  @Operation(
      summary = "Retrieve a trade",
      description =
          "Visible to its parties and moderators; each access of a moderator is recorded"
              + " in the audit log. Rejections: TRADE_NOT_FOUND.")
  ResponseEntity<Answer<TradeView>> trade(
      @PathVariable TradeId id, Caller caller, MinPosition min) {
    Reading<TradeView> reading = queries.read(new FindTrade(id), min);
    if (reading.value() == null || !maySee(reading.value(), caller)) {
      throw new CommandRejected(MarketRejection.TRADE_NOT_FOUND);
    }
    if (!isParty(reading.value(), caller)) {
      audit.viewed(caller, "trade/" + id);
    }
    return reading.answer(reading.value());
  }

  @PostMapping("/{id}/deliver")
  @Operation(
      summary = "Mark a trade as delivered",
      description =
          "Only the seller can do this. Rejections: ESCROW_NOT_FOUND, ESCROW_NOT_YOURS,"
              + " ESCROW_ALREADY_DELIVERED, ESCROW_DISPUTED, ESCROW_FINISHED.")
  ResponseEntity<Answer<EscrowReceipt>> deliver(
      @PathVariable TradeId id, @Valid @RequestBody DeliveryBody body, CommandCall call) {
    return commands.ok(
        call,
        new RecordDelivery(
            id,
            call.caller().player(),
            texts.protect(call.caller().player().value(), body.proof()),
            clock.instant()));
  }

  @PostMapping("/{id}/confirm")
  @Operation(
      summary = "Confirm delivery and release the funds",
      description =
          "Only the buyer can do this. Rejections: ESCROW_NOT_FOUND, ESCROW_NOT_YOURS,"
              + " ESCROW_NOT_DELIVERED, ESCROW_ALREADY_CONFIRMED, ESCROW_DISPUTED,"
              + " ESCROW_FINISHED.")
  ResponseEntity<Answer<EscrowReceipt>> confirm(
      @PathVariable TradeId id, @RequestBody(required = false) NoMembers body, CommandCall call) {
    return commands.ok(call, new ConfirmDelivery(id, call.caller().player(), clock.instant()));
  }

  @PostMapping("/{id}/review")
  @RateLimited(RateGroup.REVIEWS)
  @Operation(
      summary = "Review a completed trade",
      description =
          "Only the parties of the trade can do this. Rejections: TRADE_NOT_FOUND,"
              + " TRADE_NOT_YOURS, TRADE_NOT_FINISHED, TRADE_NOT_REVIEWABLE,"
              + " TRADE_ALREADY_REVIEWED, RATING_OUT_OF_RANGE.")
  ResponseEntity<Answer<TradeReceipt>> review(
      @PathVariable TradeId id, @Valid @RequestBody ReviewBody body, CommandCall call) {
    return commands.created(
        call,
        new ReviewTrade(
            id,
            call.caller().player(),
            body.rating(),
            texts.protect(call.caller().player().value(), body.comment()),
            clock.instant()));
  }

  private static boolean maySee(TradeView trade, Caller caller) {
    return caller.hasAny(Role.MODERATOR) || isParty(trade, caller);
  }

  private static boolean isParty(TradeView trade, Caller caller) {
    return caller.player().equals(trade.buyer()) || caller.player().equals(trade.seller());
  }
}
