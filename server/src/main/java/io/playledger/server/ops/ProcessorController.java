package io.playledger.server.ops;

import io.playledger.api.identity.Role;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.runtime.rebuild.ProjectionRebuilder;
import io.playledger.runtime.rebuild.RebuildMode;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Event processors: progress, pause, and rebuilds of projections. */
@RestController
@RequestMapping("/api/v1/admin")
@RequiresRole(Role.ADMIN)
@Tag(name = "Replay")
class ProcessorController {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorController.class);
  private static final String PROJECTIONS = "projections.";
  private static final int REBUILDS_SHOWN = 50;

  private final ProcessorOverview processors;
  private final ProjectionRebuilder rebuilder;

  ProcessorController(ProcessorOverview processors, ProjectionRebuilder rebuilder) {
    this.processors = processors;
    this.rebuilder = rebuilder;
  }

  record RebuildRequest(
      @Schema(example = "the table was restored from a backup") @NotBlank @Size(max = 500)
          String reason) {}

  record RebuildStarted(UUID rebuildId, String processor, RebuildMode mode) {}

  @GetMapping("/processors")
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  @Operation(
      summary = "List event processors",
      description =
          "Returns position, lag, rate, segments, dead letters and error of each processor."
              + " Requires the role admin or auditor.")
  Answer<List<ProcessorView>> processors() {
    return Answer.of(processors.processors().stream().map(ProcessorView::of).toList());
  }

  @PostMapping("/processors/{name}/rebuild")
  @Operation(
      summary = "Rebuild a projection",
      description =
          "Replays the log into shadow tables and switches to them without downtime."
              + " `verifyOnly=true` compares and does not switch. Follow the rebuild at"
              + " /admin/rebuilds/{id}. Requires the role admin. If a rebuild of the projection"
              + " is already running, the reply is CONFLICT.")
  @Rejects(codes = {"CONFLICT", "NOT_FOUND"})
  ResponseEntity<Answer<RebuildStarted>> rebuild(
      @PathVariable String name,
      @RequestParam(defaultValue = "false") boolean verifyOnly,
      @Valid @RequestBody RebuildRequest body,
      Caller caller) {
    String projection = name.startsWith(PROJECTIONS) ? name.substring(PROJECTIONS.length()) : name;
    if (!rebuilder.projections().contains(projection)) {
      throw ApiProblem.of(
          TransportCode.NOT_FOUND, "No such projection; there are " + rebuilder.projections());
    }
    RebuildMode mode = verifyOnly ? RebuildMode.VERIFY_ONLY : RebuildMode.SWITCH;
    UUID id = rebuilder.start(projection, mode);
    LOG.info("{} rebuilds {} ({}): {}", caller.player(), projection, mode, body.reason());
    return ResponseEntity.status(HttpStatus.ACCEPTED)
        .body(Answer.of(new RebuildStarted(id, PROJECTIONS + projection, mode)));
  }

  @PostMapping("/processors/{name}/pause")
  @Operation(
      summary = "Pause a processor",
      description = "The processor finishes its current batch. Requires the role admin.")
  @Rejects(codes = "NOT_FOUND")
  Answer<ProcessorView> pause(@PathVariable String name, Caller caller) {
    LOG.info("{} pauses {}", caller.player(), name);
    processors.pause(name);
    return Answer.of(status(name));
  }

  @PostMapping("/processors/{name}/resume")
  @Operation(
      summary = "Resume a processor",
      description = "The processor continues where it was paused. Requires the role admin.")
  @Rejects(codes = "NOT_FOUND")
  Answer<ProcessorView> resume(@PathVariable String name, Caller caller) {
    LOG.info("{} resumes {}", caller.player(), name);
    processors.resume(name);
    return Answer.of(status(name));
  }

  @GetMapping("/rebuilds")
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  @Operation(
      summary = "List recent rebuilds",
      description = "The newest comes first. Requires the role admin or auditor.")
  Answer<List<RebuildView>> rebuilds() {
    return Answer.of(rebuilder.latest(REBUILDS_SHOWN).stream().map(RebuildView::of).toList());
  }

  @GetMapping("/rebuilds/{id}")
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  @Operation(summary = "Retrieve a rebuild", description = "Requires the role admin or auditor.")
  @Rejects(codes = "NOT_FOUND")
  Answer<RebuildView> rebuild(@PathVariable UUID id) {
    return Answer.of(
        rebuilder
            .find(id)
            .map(RebuildView::of)
            .orElseThrow(() -> ApiProblem.of(TransportCode.NOT_FOUND, "No such rebuild.")));
  }

  private ProcessorView status(String name) {
    return processors.processors().stream()
        .filter(processor -> processor.name().equals(name))
        .findFirst()
        .map(ProcessorView::of)
        .orElseThrow(() -> ApiProblem.of(TransportCode.NOT_FOUND, "No such processor."));
  }
}
