package io.playledger.server.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerView;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.CaptureHold;
import io.playledger.api.ledger.command.HoldReceipt;
import io.playledger.api.ledger.command.PlaceHold;
import io.playledger.api.ledger.command.ReleaseHold;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.query.FindHold;
import io.playledger.api.ledger.query.HoldList;
import io.playledger.api.ledger.query.HoldView;
import io.playledger.api.ledger.query.ListHolds;
import io.playledger.web.amount.Amounts;
import io.playledger.web.amount.TransferableAmounts;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Scope;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.NoMembers;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.call.Sent;
import io.playledger.web.http.Ids;
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
import org.springframework.web.bind.annotation.RestController;

/** Two-phase payments: the owner places a hold, the payee captures or releases it. */
@RestController
@RequestMapping("/api/v1/wallet/holds")
@Tag(name = "Ledger")
class HoldController {

  private final CommandGate commands;
  private final QueryGate queries;
  private final CurrentReads reads;
  private final TransferableAmounts transferable;
  private final Amounts amounts;
  private final Receipts receipts;
  private final PersonalTexts texts;
  private final Clock clock;

  HoldController(
      CommandGate commands,
      QueryGate queries,
      CurrentReads reads,
      TransferableAmounts transferable,
      Amounts amounts,
      Receipts receipts,
      PersonalTexts texts,
      Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.reads = reads;
    this.transferable = transferable;
    this.amounts = amounts;
    this.receipts = receipts;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping
  @AcceptsApiKey(Scope.WALLET_READ)
  @Operation(
      summary = "List my holds",
      description = "The first to expire comes first. Requires a signed-in player.")
  ResponseEntity<Answer<List<HoldView>>> holds(Caller caller, MinPosition min) {
    Reading<HoldList> reading = queries.read(new ListHolds(caller.player()), min);
    return reading.answer(reading.value().holds());
  }

  @PostMapping
  @Operation(summary = "Place a hold", description = "Requires a signed-in player.")
  @Rejects(
      commands = PlaceHold.class,
      codes = {
        "AMOUNT_OUT_OF_RANGE",
        "AMOUNT_TOO_PRECISE",
        "ASSET_NOT_FOUND",
        "ASSET_NOT_TRANSFERABLE",
        "WALLET_CLOSED"
      },
      never = "HOLD_ALREADY_EXISTS")
  ResponseEntity<Answer<HoldReceiptView>> place(
      @Valid @RequestBody HoldBody body, CommandCall call) {
    PlayerId owner = call.caller().player();
    Amount amount = transferable.parse("amount", body.asset(), body.amount());
    requireNotClosed(body.payee());
    Sent<HoldReceipt> sent =
        commands.send(
            call,
            new PlaceHold(
                new HoldId(Ids.next()),
                owner,
                body.payee(),
                amount,
                texts.protectNullable(owner.value(), body.purpose()),
                body.expiresAt(),
                clock.instant()));
    HoldReceipt receipt = sent.result();
    return sent.created(
        new HoldReceiptView(
            receipt.hold(),
            receipt.asset(),
            amounts.decimal(receipt.asset(), receipt.held()),
            amounts.decimal(receipt.asset(), receipt.available())));
  }

  @PostMapping("/{id}/capture")
  @Operation(
      summary = "Capture a hold",
      description =
          "Captures the whole hold or a part of it; the rest becomes available again."
              + " Only the payee or an admin can do this.")
  @Rejects(
      commands = CaptureHold.class,
      codes = "AMOUNT_TOO_PRECISE",
      never = {"ASSET_NOT_FOUND", "TRANSACTION_ALREADY_EXISTS", "WALLET_NOT_FOUND"})
  ResponseEntity<Answer<ReceiptView>> capture(
      @PathVariable HoldId id,
      @Valid @RequestBody(required = false) @Nullable CaptureBody body,
      CommandCall call) {
    HoldView hold = hold(id, call.caller());
    Long units =
        body == null || body.amount() == null
            ? null
            : amounts.units("amount", hold.asset(), body.amount());
    Sent<TransactionReceipt> sent =
        commands.send(
            call,
            new CaptureHold(
                id,
                hold.owner(),
                hold.payee(),
                asker(hold, call.caller()),
                new TransactionId(Ids.next()),
                units,
                clock.instant()));
    return sent.ok(receipts.of(sent.result(), call.caller()));
  }

  @PostMapping("/{id}/release")
  @Operation(summary = "Release a hold", description = "Only the payee or an admin can do this.")
  @Rejects(commands = ReleaseHold.class, never = "WALLET_NOT_FOUND")
  ResponseEntity<Answer<ReleasedHoldView>> release(
      @PathVariable HoldId id,
      @RequestBody(required = false) @Nullable NoMembers body,
      CommandCall call) {
    HoldView hold = hold(id, call.caller());
    Sent<Void> sent =
        commands.send(
            call, new ReleaseHold(id, hold.owner(), asker(hold, call.caller()), clock.instant()));
    return sent.ok(new ReleasedHoldView(id));
  }

  /** Checks the read tables only: a hold for a payee who is erased meanwhile expires. */
  private void requireNotClosed(PlayerId payee) {
    PlayerView player = reads.find(new FindPlayer(payee), LedgerRejection.WALLET_NOT_FOUND);
    if (player.erased()) {
      throw new CommandRejected(LedgerRejection.WALLET_CLOSED);
    }
  }

  /** Treats the hold of strangers as not found. */
  private HoldView hold(HoldId id, Caller caller) {
    HoldView hold = reads.find(new FindHold(id), LedgerRejection.HOLD_NOT_FOUND);
    boolean party = caller.player().equals(hold.owner()) || caller.player().equals(hold.payee());
    if (!party && !caller.hasAny(Role.ADMIN)) {
      throw new CommandRejected(LedgerRejection.HOLD_NOT_FOUND);
    }
    return hold;
  }

  /** The payee; none: an admin acts for the platform. */
  private static @Nullable PlayerId asker(HoldView hold, Caller caller) {
    boolean platform = caller.hasAny(Role.ADMIN) && !caller.player().equals(hold.payee());
    return platform ? null : caller.player();
  }
}
