package io.playledger.server.ops;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.identity.Role;
import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogPage;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.Pagination;
import io.playledger.web.call.Reading;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The log itself, for auditors. */
@RestController
@RequestMapping("/api/v1/admin/events")
@RequiresRole({Role.ADMIN, Role.AUDITOR})
@Tag(name = "Audit")
class EventLogController {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9:_-]{1,200}");

  private final AuditLog log;
  private final JsonMapper json;
  private final AuditTrail audit;

  EventLogController(AuditLog log, JsonMapper json, AuditTrail audit) {
    this.log = log;
    this.json = json;
    this.audit = audit;
  }

  /** The filter of events; all parameters are optional. */
  record Wanted(
      @Min(1) @Nullable Long fromPosition,
      @Min(1) @Nullable Long toPosition,
      @Size(max = 200) @Nullable String type,
      @Size(max = 200) @Nullable String aggregateType,
      @Size(max = 200) @Nullable String aggregateId,
      @Size(max = 200) @Nullable String actor,
      @Size(max = 200) @Nullable String correlationId,
      @Nullable Instant from,
      @Nullable Instant to) {

    EventLogFilter filter() {
      return new EventLogFilter(
          fromPosition,
          toPosition,
          nullIfBlank(type),
          nullIfBlank(aggregateType),
          nullIfBlank(aggregateId),
          nullIfBlank(actor),
          nullIfBlank(correlationId),
          from,
          to);
    }

    private static @Nullable String nullIfBlank(@Nullable String text) {
      return text == null || text.isBlank() ? null : text;
    }
  }

  @GetMapping
  @Operation(
      summary = "List events",
      description =
          "Filters by position, type, aggregate, actor, correlation and time. A page can"
              + " be empty although `hasNext` is true, because each page scans a bounded part"
              + " of the log. `order` is `asc` or `desc`. Requires the role admin or auditor; a"
              + " search for one actor or aggregate is recorded in the audit log.")
  ResponseEntity<Answer<List<EventView>>> events(
      @ParameterObject @Valid Wanted wanted,
      @RequestParam(defaultValue = "asc") String order,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
      Caller caller) {
    recordAccess(wanted, caller);
    EventLogReader.Order direction = direction(order);
    EventLogFilter filter = wanted.filter();
    long start = LogCursor.read(cursor, filter, direction);
    EventLogPage page = log.read(filter, direction, start, limit);
    String next = page.hasNext() ? LogCursor.write(page.nextCursor(), filter, direction) : null;
    return new Reading<>(page, log.head())
        .answer(
            page.records().stream().map(event -> EventView.of(event, json)).toList(),
            Pagination.cursor(limit, next));
  }

  @GetMapping("/{position}")
  @Operation(summary = "Retrieve an event", description = "Requires the role admin or auditor.")
  @Rejects(codes = "NOT_FOUND")
  ResponseEntity<Answer<EventView>> event(@PathVariable long position) {
    EventView found =
        log.readAt(position)
            .map(event -> EventView.of(event, json))
            .orElseThrow(
                () -> ApiProblem.of(TransportCode.NOT_FOUND, "The log has no such position."));
    return new Reading<>(found, log.head()).answer(found);
  }

  /**
   * Records a search for one actor or aggregate. A search without either is not recorded, nor is an
   * auditor's search for their own events, which would add events to its own result forever. An
   * invalid id finds nothing and must not enter the log.
   */
  private void recordAccess(Wanted wanted, Caller caller) {
    Stream.of(wanted.actor(), wanted.aggregateId())
        .filter(who -> who != null && ID.matcher(who).matches())
        .filter(who -> !who.contains(caller.player().toString()))
        .forEach(who -> audit.viewed(caller, "events/" + who));
  }

  private static EventLogReader.Order direction(String order) {
    return switch (order) {
      case "asc" -> EventLogReader.Order.OLDEST_FIRST;
      case "desc" -> EventLogReader.Order.NEWEST_FIRST;
      default -> throw ApiProblem.invalid("order", "must be asc or desc");
    };
  }
}
