package io.playledger.server.escrow;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.query.CaseFileView;
import io.playledger.api.escrow.query.DisputePage;
import io.playledger.api.escrow.query.FindDispute;
import io.playledger.api.escrow.query.ListDisputes;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.api.market.TradeId;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disputes for moderators. */
@RestController
@RequestMapping("/api/v1/disputes")
@RequiresRole(Role.MODERATOR)
@Tag(name = "Disputes")
class DisputeController {

  private final QueryGate queries;
  private final AuditTrail audit;

  DisputeController(QueryGate queries, AuditTrail audit) {
    this.queries = queries;
    this.audit = audit;
  }

  @GetMapping
  @Operation(
      summary = "List disputes",
      description =
          "Requires the role moderator. The disputes to be decided soonest come first."
              + " `state` is OPEN, ASSIGNED or RESOLVED.")
  ResponseEntity<Answer<List<DisputePage.DisputeView>>> disputes(
      @RequestParam(required = false) @Nullable DisputeState state,
      @RequestParam(required = false) @Nullable PlayerId handler,
      PageOf page,
      MinPosition min) {
    return queries.list(new ListDisputes(state, handler, page), min, page);
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "Retrieve the case file of a dispute",
      description =
          "Returns the dispute, its escrow, the timeline with notes, and the history of"
              + " both parties. Requires the role moderator; each access is recorded in the"
              + " audit log. If there is no dispute, the reply is ESCROW_NOT_FOUND.")
  @Rejects(codes = {"DISPUTE_HANDLER_IS_PARTY", "ESCROW_NOT_FOUND"})
  ResponseEntity<Answer<CaseFileView>> dispute(
      @PathVariable TradeId id, Caller caller, MinPosition min) {
    Reading<@Nullable CaseFileView> reading = queries.read(new FindDispute(id), min);
    CaseFileView file = reading.value();
    if (file == null) {
      throw new CommandRejected(EscrowRejection.ESCROW_NOT_FOUND);
    }
    PlayerId reader = caller.player();
    if (reader.equals(file.dispute().buyer()) || reader.equals(file.dispute().seller())) {
      throw new CommandRejected(EscrowRejection.DISPUTE_HANDLER_IS_PARTY);
    }
    audit.viewed(caller, "dispute/" + id);
    return reading.answer(file);
  }
}
