package io.playledger.server.ledger;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.ledger.command.DebitWallet;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.web.amount.Amounts;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.Sent;
import io.playledger.web.http.Ids;
import io.playledger.web.openapi.Rejects;
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

/** Admins credit and debit wallets. */
@RestController
@RequestMapping("/api/v1/admin/wallets/{userId}")
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class AdminWalletController {

  private final CommandGate commands;
  private final Amounts amounts;
  private final Receipts receipts;
  private final PersonalTexts texts;
  private final Clock clock;

  AdminWalletController(
      CommandGate commands, Amounts amounts, Receipts receipts, PersonalTexts texts, Clock clock) {
    this.commands = commands;
    this.amounts = amounts;
    this.receipts = receipts;
    this.texts = texts;
    this.clock = clock;
  }

  @PostMapping("/credits")
  @Operation(summary = "Credit a wallet", description = "Requires the role admin.")
  @Rejects(
      commands = CreditWallet.class,
      codes = "AMOUNT_TOO_PRECISE",
      never = "TRANSACTION_ALREADY_EXISTS")
  ResponseEntity<Answer<ReceiptView>> credit(
      @PathVariable PlayerId userId, @Valid @RequestBody CreditBody body, CommandCall call) {
    Amount amount = amounts.parse(body.asset(), body.amount());
    boolean mintLimited =
        body.source().equals(AccountId.MINT)
            && amounts.registered(body.asset()).mintLimitUnitsPerDay() != null;
    Sent<TransactionReceipt> sent =
        commands.send(
            call,
            new CreditWallet(
                new TransactionId(Ids.next()),
                userId,
                amount,
                body.type(),
                body.source(),
                mintLimited,
                texts.protect(call.caller().player().value(), body.reason()),
                clock.instant()));
    return sent.created(receipts.of(sent.result(), call.caller()));
  }

  @PostMapping("/debits")
  @Operation(summary = "Debit a wallet", description = "Requires the role admin.")
  @Rejects(
      commands = DebitWallet.class,
      codes = {"AMOUNT_TOO_PRECISE", "ASSET_NOT_FOUND"},
      never = "TRANSACTION_ALREADY_EXISTS")
  ResponseEntity<Answer<ReceiptView>> debit(
      @PathVariable PlayerId userId, @Valid @RequestBody DebitBody body, CommandCall call) {
    Sent<TransactionReceipt> sent =
        commands.send(
            call,
            new DebitWallet(
                new TransactionId(Ids.next()),
                userId,
                amounts.parse(body.asset(), body.amount()),
                body.type(),
                body.target(),
                texts.protect(call.caller().player().value(), body.reason()),
                clock.instant()));
    return sent.created(receipts.of(sent.result(), call.caller()));
  }
}
