package io.playledger.server.escrow;

import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.command.RequestCancellation;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.api.market.command.WithdrawOffer;
import io.playledger.api.market.query.FindTrade;
import io.playledger.api.market.query.TradeView;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.NoMembers;
import io.playledger.web.call.Sent;
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

/** Delivery, confirmation and cancellation of trades. */
@RestController
@RequestMapping("/api/v1/trades")
@Tag(name = "Market")
class SettlementController {

  private final CommandGate commands;
  private final CurrentReads reads;
  private final PersonalTexts texts;
  private final Clock clock;

  SettlementController(CommandGate commands, CurrentReads reads, PersonalTexts texts, Clock clock) {
    this.commands = commands;
    this.reads = reads;
    this.texts = texts;
    this.clock = clock;
  }

  @PostMapping("/{id}/deliver")
  @Operation(summary = "Mark a trade as delivered", description = "Only the seller can do this.")
  @Rejects(commands = RecordDelivery.class)
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
      description = "Only the buyer can do this.")
  @Rejects(commands = ConfirmDelivery.class)
  ResponseEntity<Answer<EscrowReceipt>> confirm(
      @PathVariable TradeId id,
      @RequestBody(required = false) @Nullable NoMembers body,
      CommandCall call) {
    return commands.ok(call, new ConfirmDelivery(id, call.caller().player(), clock.instant()));
  }

  @PostMapping("/{id}/cancel")
  @Operation(
      summary = "Withdraw an offer or cancel a trade",
      description =
          "Before the acceptance, the buyer can withdraw the offer. Once the trade is"
              + " funded, it is cancelled when both sides have requested it.")
  @Rejects(commands = {RequestCancellation.class, WithdrawOffer.class})
  ResponseEntity<Answer<TradeReceipt>> cancel(
      @PathVariable TradeId id,
      @RequestBody(required = false) @Nullable NoMembers body,
      CommandCall call) {
    return accepted(id) ? requestCancellation(id, call) : withdraw(id, call);
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
