package io.playledger.server.ledger;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.ReverseTransaction;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.web.amount.TransferableAmounts;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.Sent;
import io.playledger.web.http.Ids;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Players transfer funds; admins reverse transactions. */
@RestController
@RequestMapping("/api/v1/wallet/transfers")
@Tag(name = "Ledger")
class TransferController {

  private final CommandGate commands;
  private final TransferableAmounts amounts;
  private final Receipts receipts;
  private final PersonalTexts texts;
  private final Clock clock;

  TransferController(
      CommandGate commands,
      TransferableAmounts amounts,
      Receipts receipts,
      PersonalTexts texts,
      Clock clock) {
    this.commands = commands;
    this.amounts = amounts;
    this.receipts = receipts;
    this.texts = texts;
    this.clock = clock;
  }

  @PostMapping
  @Operation(
      summary = "Transfer funds",
      description =
          "Pays one or several players; either all legs are posted or none. `dryRun=true`"
              + " returns the same reply but stores nothing and takes no Idempotency-Key."
              + " Requires a signed-in player.")
  @Rejects(
      commands = PostTransfer.class,
      codes = {"AMOUNT_TOO_PRECISE", "ASSET_NOT_FOUND", "ASSET_NOT_TRANSFERABLE"},
      never = "TRANSACTION_ALREADY_EXISTS")
  ResponseEntity<Answer<ReceiptView>> transfer(
      @Parameter(schema = @Schema(type = "boolean", defaultValue = "false"))
          @RequestParam(required = false)
          String dryRun,
      @Valid @RequestBody TransferBody body,
      CommandCall call) {
    // only the exact value true reaches the method below
    if (dryRun != null && !dryRun.equals("false")) {
      throw ApiProblem.invalid("dryRun", "must be true or false");
    }
    Sent<TransactionReceipt> sent = commands.send(call, command(body, call.caller(), false));
    return sent.created(receipts.of(sent.result(), call.caller()));
  }

  /** Documented with the method above: both are one operation for clients. */
  @PostMapping(params = "dryRun=true")
  @Operation(hidden = true)
  ResponseEntity<Answer<ReceiptView>> tryOut(@Valid @RequestBody TransferBody body, Caller caller) {
    Sent<TransactionReceipt> sent = commands.tryOut(caller, command(body, caller, true));
    return sent.ok(receipts.of(sent.result(), caller));
  }

  @PostMapping("/{id}/reverse")
  @RequiresRole(Role.ADMIN)
  @Operation(summary = "Reverse a transaction", description = "Requires the role admin.")
  @Rejects(
      commands = ReverseTransaction.class,
      never = {"ASSET_NOT_FOUND", "TRANSACTION_ALREADY_EXISTS", "WALLET_NOT_FOUND"})
  ResponseEntity<Answer<ReceiptView>> reverse(
      @PathVariable TransactionId id, @Valid @RequestBody ReasonBody body, CommandCall call) {
    Sent<TransactionReceipt> sent =
        commands.send(
            call,
            new ReverseTransaction(
                new TransactionId(Ids.next()),
                id,
                texts.protect(call.caller().player().value(), body.reason()),
                clock.instant()));
    return sent.created(receipts.of(sent.result(), call.caller()));
  }

  private PostTransfer command(TransferBody body, Caller caller, boolean dryRun) {
    return new PostTransfer(
        new TransactionId(Ids.next()),
        body.allLegs().stream()
            .map(
                leg ->
                    new TransferLeg(
                        caller.player(),
                        leg.to(),
                        amounts.parse("amount", leg.asset(), leg.amount())))
            .toList(),
        texts.protectNullable(caller.player().value(), body.memo()),
        dryRun,
        clock.instant());
  }
}
