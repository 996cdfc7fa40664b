package io.playledger.server.escrow;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.OpenDispute;
import io.playledger.api.escrow.command.SubmitEvidence;
import io.playledger.api.escrow.query.EscrowTimelineView;
import io.playledger.api.escrow.query.EscrowView;
import io.playledger.api.escrow.query.FindEscrow;
import io.playledger.api.escrow.query.FindEscrowTimeline;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.api.market.TradeId;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Scope;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Escrows for their parties, moderators, auditors and admins. */
@RestController
@RequestMapping("/api/v1/escrows/{id}")
@Tag(name = "Escrow")
class EscrowController {

  private final CommandGate commands;
  private final QueryGate queries;
  private final PersonalTexts texts;
  private final AuditTrail audit;
  private final Clock clock;

  EscrowController(
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
      summary = "Retrieve an escrow",
      description =
          "An escrow has the id of its trade. Visible to its parties, moderators,"
              + " auditors and admins; each access by anybody but its parties is recorded in"
              + " the audit log.")
  @Rejects(codes = "ESCROW_NOT_FOUND")
  ResponseEntity<Answer<EscrowView>> escrow(
      @PathVariable TradeId id, Caller caller, MinPosition min) {
    Reading<@Nullable EscrowView> reading = queries.read(new FindEscrow(id), min);
    EscrowView escrow = reading.value();
    if (escrow == null || !maySee(caller, escrow.buyer(), escrow.seller())) {
      throw new CommandRejected(EscrowRejection.ESCROW_NOT_FOUND);
    }
    recordAccess(caller, escrow.buyer(), escrow.seller(), "escrow/" + id);
    return reading.answer(escrow);
  }

  @GetMapping("/timeline")
  @AcceptsApiKey(Scope.MARKET_READ)
  @Operation(
      summary = "List the timeline of an escrow",
      description =
          "The oldest entry comes first. Visible to its parties, moderators, auditors and"
              + " admins; only moderators see notes. Each access by anybody but its parties is"
              + " recorded in the audit log.")
  @Rejects(codes = "ESCROW_NOT_FOUND")
  ResponseEntity<Answer<EscrowTimelineView>> timeline(
      @PathVariable TradeId id, Caller caller, MinPosition min) {
    Reading<@Nullable EscrowTimelineView> reading = queries.read(new FindEscrowTimeline(id), min);
    EscrowTimelineView timeline = reading.value();
    if (timeline == null || !maySee(caller, timeline.buyer(), timeline.seller())) {
      throw new CommandRejected(EscrowRejection.ESCROW_NOT_FOUND);
    }
    recordAccess(caller, timeline.buyer(), timeline.seller(), "escrow-timeline/" + id);
    return reading.answer(seenBy(caller, timeline));
  }

  @PostMapping("/dispute")
  @Operation(summary = "Open a dispute", description = "Only the parties of the trade can do this.")
  @Rejects(commands = OpenDispute.class)
  ResponseEntity<Answer<EscrowReceipt>> dispute(
      @PathVariable TradeId id, @Valid @RequestBody DisputeBody body, CommandCall call) {
    PlayerId by = call.caller().player();
    return commands.created(
        call, new OpenDispute(id, by, texts.protect(by.value(), body.reason()), clock.instant()));
  }

  @PostMapping("/evidence")
  @Operation(
      summary = "Add evidence to an escrow",
      description = "Only the parties of the trade can do this.")
  @Rejects(commands = SubmitEvidence.class)
  ResponseEntity<Answer<EscrowReceipt>> evidence(
      @PathVariable TradeId id, @Valid @RequestBody EvidenceBody body, CommandCall call) {
    PlayerId by = call.caller().player();
    return commands.created(
        call,
        new SubmitEvidence(id, by, texts.protect(by.value(), body.statement()), clock.instant()));
  }

  private void recordAccess(Caller caller, PlayerId buyer, PlayerId seller, String what) {
    if (!isParty(caller, buyer, seller)) {
      audit.viewed(caller, what);
    }
  }

  private static boolean maySee(Caller caller, PlayerId buyer, PlayerId seller) {
    return isParty(caller, buyer, seller)
        || caller.hasAny(Role.MODERATOR, Role.AUDITOR, Role.ADMIN);
  }

  private static boolean isParty(Caller caller, PlayerId buyer, PlayerId seller) {
    return caller.player().equals(buyer) || caller.player().equals(seller);
  }

  /** Whether the caller can read confidential entries: a moderator who is not a party. */
  private static EscrowTimelineView seenBy(Caller caller, EscrowTimelineView timeline) {
    if (caller.hasAny(Role.MODERATOR) && !isParty(caller, timeline.buyer(), timeline.seller())) {
      return timeline;
    }
    return new EscrowTimelineView(
        timeline.escrow(),
        timeline.buyer(),
        timeline.seller(),
        timeline.entries().stream().filter(entry -> !entry.confidential()).toList());
  }
}
