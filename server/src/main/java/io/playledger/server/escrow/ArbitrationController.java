package io.playledger.server.escrow;

import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.command.AddDisputeNote;
import io.playledger.api.escrow.command.AssignDispute;
import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.escrow.query.FindEscrow;
import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.web.amount.Amounts;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
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

/** Moderators assign disputes, add notes and decide. */
@RestController
@RequestMapping("/api/v1/disputes/{id}")
@RequiresRole(Role.MODERATOR)
@Tag(name = "Disputes")
class ArbitrationController {

  private final CommandGate commands;
  private final CurrentReads reads;
  private final Amounts amounts;
  private final PersonalTexts texts;
  private final Clock clock;

  ArbitrationController(
      CommandGate commands, CurrentReads reads, Amounts amounts, PersonalTexts texts, Clock clock) {
    this.commands = commands;
    this.reads = reads;
    this.amounts = amounts;
    this.texts = texts;
    this.clock = clock;
  }

  @PostMapping("/assign")
  @Operation(
      summary = "Assign a dispute to a moderator",
      description = "Requires the role moderator.")
  @Rejects(commands = AssignDispute.class, codes = "PLAYER_NOT_FOUND")
  ResponseEntity<Answer<EscrowReceipt>> assign(
      @PathVariable TradeId id,
      @Valid @RequestBody(required = false) @Nullable AssignmentBody body,
      CommandCall call) {
    PlayerId by = call.caller().player();
    PlayerId handler = body == null || body.handler() == null ? by : body.handler();
    if (!handler.equals(by)) {
      requireModerator(handler);
    }
    return commands.created(call, new AssignDispute(id, handler, by, clock.instant()));
  }

  @PostMapping("/notes")
  @Operation(
      summary = "Add an internal note to a dispute",
      description = "Requires the role moderator.")
  @Rejects(commands = AddDisputeNote.class)
  ResponseEntity<Answer<EscrowReceipt>> note(
      @PathVariable TradeId id, @Valid @RequestBody NoteBody body, CommandCall call) {
    PlayerId by = call.caller().player();
    return commands.created(
        call, new AddDisputeNote(id, by, texts.protect(by.value(), body.note()), clock.instant()));
  }

  @PostMapping("/resolve")
  @Operation(summary = "Resolve a dispute", description = "Requires the role moderator.")
  @Rejects(
      commands = ResolveDispute.class,
      codes = {"AMOUNT_OUT_OF_RANGE", "AMOUNT_TOO_PRECISE"},
      never = "ASSET_NOT_FOUND")
  ResponseEntity<Answer<EscrowReceipt>> resolve(
      @PathVariable TradeId id, @Valid @RequestBody ResolutionBody body, CommandCall call) {
    PlayerId by = call.caller().player();
    Long toSeller = null;
    Long toBuyer = null;
    if (body.ruling() == Ruling.SPLIT) {
      AssetCode asset = reads.find(new FindEscrow(id), EscrowRejection.ESCROW_NOT_FOUND).asset();
      toSeller = amounts.units("sellerAmount", asset, body.sellerAmount());
      toBuyer = amounts.units("buyerAmount", asset, body.buyerAmount());
    }
    return commands.created(
        call,
        new ResolveDispute(
            id,
            body.ruling(),
            toSeller,
            toBuyer,
            by,
            texts.protect(by.value(), body.reason()),
            clock.instant()));
  }

  private void requireModerator(PlayerId handler) {
    boolean moderator =
        reads
            .find(new FindPlayer(handler), IdentityRejection.PLAYER_NOT_FOUND)
            .roles()
            .contains(Role.MODERATOR);
    if (!moderator) {
      throw ApiProblem.invalid("handler", "must be a moderator");
    }
  }
}
