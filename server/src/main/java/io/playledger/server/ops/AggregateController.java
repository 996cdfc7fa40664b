package io.playledger.server.ops;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.AsOf;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.Reading;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Retrieves any aggregate as of any time, rebuilt from its events. */
@RestController
@RequestMapping("/api/v1/admin/aggregates")
@RequiresRole({Role.ADMIN, Role.AUDITOR})
@Tag(name = "Audit")
class AggregateController {

  private final AggregateHistory history;
  private final AuditLog log;
  private final AuditTrail audit;

  AggregateController(AggregateHistory history, AuditLog log, AuditTrail audit) {
    this.history = history;
    this.log = log;
    this.audit = audit;
  }

  @GetMapping("/{type}/{id}")
  @Operation(
      summary = "Retrieve an aggregate",
      description =
          "Returns the state, rebuilt from the events, and the last 500 events, now or as"
              + " of a position or an instant. Requires the role admin or auditor; each access"
              + " is recorded in the audit log.")
  @Rejects(codes = "NOT_FOUND")
  ResponseEntity<Answer<AggregateHistory.AggregateView>> aggregate(
      @PathVariable String type,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable AsOf asOf,
      Caller caller) {
    long head = log.head();
    AggregateHistory.AggregateView view = history.of(type, id, asOf == null ? AsOf.latest() : asOf);
    audit.viewed(caller, "aggregate/" + type + "/" + id);
    return new Reading<>(view, head).answer(view);
  }
}
