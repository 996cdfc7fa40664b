package io.playledger.access.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.access.audit.AuditTrail;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The outbox, for installations without a mail server. */
@RestController
@RequestMapping("/api/v1/admin/mail-outbox")
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class MailOutboxController {

  private final MailOutbox outbox;
  private final AuditTrail audit;

  MailOutboxController(MailOutbox outbox, AuditTrail audit) {
    this.outbox = outbox;
    this.audit = audit;
  }

  /**
   * @param to absent, as are subject and text, if a mail server has accepted the mail or it is not
   *     written yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MailView(
      UUID id,
      MailKind kind,
      OutboxEntry.State state,
      Instant createdAt,
      int attempts,
      @Nullable String lastError,
      @Nullable String to,
      @Nullable String subject,
      @Nullable String text) {}

  @GetMapping
  @Operation(
      summary = "List the mail outbox",
      description =
          "The newest mail comes first. Without a mail server, mails stay here in state"
              + " HELD with their content. Requires the role admin; each access is recorded in"
              + " the audit log.")
  ResponseEntity<Answer<List<MailView>>> mails(
      Caller caller, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
    audit.viewed(caller, "mail-outbox");
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(Answer.of(outbox.newest(limit).stream().map(MailOutboxController::view).toList()));
  }

  private static MailView view(OutboxEntry entry) {
    return new MailView(
        entry.id(),
        entry.kind(),
        entry.state(),
        entry.createdAt(),
        entry.attempts(),
        entry.lastError().orElse(null),
        entry.content().map(Mail::to).orElse(null),
        entry.content().map(Mail::subject).orElse(null),
        entry.content().map(Mail::text).orElse(null));
  }
}
