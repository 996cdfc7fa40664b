package io.playledger.server.market;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.Role;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeSide;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.command.ReviewTrade;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.api.market.query.FindTrade;
import io.playledger.api.market.query.ListTrades;
import io.playledger.api.market.query.TradeView;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Scope;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trades: list and review. */
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
      @RequestParam(required = false) @Nullable TradeSide side,
      @RequestParam(required = false) @Nullable TradeStatus status,
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
              + " in the audit log.")
  @Rejects(codes = "TRADE_NOT_FOUND")
  ResponseEntity<Answer<TradeView>> trade(
      @PathVariable TradeId id, Caller caller, MinPosition min) {
    Reading<@Nullable TradeView> reading = queries.read(new FindTrade(id), min);
    if (reading.value() == null || !maySee(reading.value(), caller)) {
      throw new CommandRejected(MarketRejection.TRADE_NOT_FOUND);
    }
    if (!isParty(reading.value(), caller)) {
      audit.viewed(caller, "trade/" + id);
    }
    return reading.answer(reading.value());
  }

  @PostMapping("/{id}/review")
  @RateLimited(RateGroup.REVIEWS)
  @Operation(
      summary = "Review a completed trade",
      description = "Only the parties of the trade can do this.")
  @Rejects(commands = ReviewTrade.class)
  ResponseEntity<Answer<TradeReceipt>> review(
      @PathVariable TradeId id, @Valid @RequestBody ReviewBody body, CommandCall call) {
    return commands.created(
        call,
        new ReviewTrade(
            id,
            call.caller().player(),
            body.rating(),
            texts.protectNullable(call.caller().player().value(), body.comment()),
            clock.instant()));
  }

  private static boolean maySee(TradeView trade, Caller caller) {
    return caller.hasAny(Role.MODERATOR) || isParty(trade, caller);
  }

  private static boolean isParty(TradeView trade, Caller caller) {
    return caller.player().equals(trade.buyer()) || caller.player().equals(trade.seller());
  }
}
