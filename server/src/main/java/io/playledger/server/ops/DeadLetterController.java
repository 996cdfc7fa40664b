package io.playledger.server.ops;

import io.playledger.api.identity.Role;
import io.playledger.runtime.deadletter.DeadLetter;
import io.playledger.runtime.deadletter.DeadLetters;
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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Events that a processor could not handle. */
@RestController
@RequestMapping("/api/v1/admin/dead-letters")
@RequiresRole(Role.ADMIN)
@Tag(name = "Replay")
class DeadLetterController {

  private final DeadLetters letters;

  DeadLetterController(DeadLetters letters) {
    this.letters = letters;
  }

  record DiscardRequest(
      @Schema(example = "the listing was removed by hand") @NotBlank @Size(max = 500)
          String reason) {}

  record RetriedView(UUID id, boolean handled) {}

  @GetMapping
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  @Operation(
      summary = "List open dead letters",
      description = "The oldest comes first. Requires the role admin or auditor.")
  Answer<List<DeadLetter>> letters(
      @RequestParam(required = false) @Nullable String processor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
    return Answer.of(letters.list(processor, limit));
  }

  @PostMapping("/{id}/retry")
  @Operation(
      summary = "Retry a dead letter",
      description =
          "Handles the events of the letter's aggregate again, in order. `handled` is"
              + " false if an event failed again. If the letter was discarded, or another retry has"
              + " handled it, the reply is CONFLICT. Requires the role admin.")
  @Rejects(codes = {"CONFLICT", "NOT_FOUND"})
  Answer<RetriedView> retry(@PathVariable UUID id) {
    requireLetter(id);
    return Answer.of(new RetriedView(id, letters.retry(id)));
  }

  @PostMapping("/{id}/discard")
  @Operation(
      summary = "Discard a dead letter",
      description =
          "The processor skips this event. The letter and the reason are kept. If the letter was"
              + " handled or discarded before, the reply is CONFLICT. Requires the role admin.")
  @Rejects(codes = {"CONFLICT", "NOT_FOUND"})
  Answer<DeadLetter> discard(
      @PathVariable UUID id, @Valid @RequestBody DiscardRequest body, Caller caller) {
    requireLetter(id);
    letters.discard(id, body.reason(), caller.player().toString());
    return Answer.of(requireLetter(id));
  }

  private DeadLetter requireLetter(UUID id) {
    return letters
        .find(id)
        .orElseThrow(() -> ApiProblem.of(TransportCode.NOT_FOUND, "No such dead letter."));
  }
}
