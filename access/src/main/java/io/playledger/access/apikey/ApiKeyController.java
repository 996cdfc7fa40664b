package io.playledger.access.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playledger.access.audit.AuditTrail;
import io.playledger.api.CommandRejected;
import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.apikey.ApiKeyRejection;
import io.playledger.api.apikey.CreateApiKey;
import io.playledger.api.apikey.RevokeApiKey;
import io.playledger.api.apikey.RotateApiKey;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.Scope;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Developers and server owners create, rotate and revoke API keys. */
@RestController
@RequestMapping("/api/v1/api-keys")
@RequiresRole({Role.DEVELOPER, Role.SERVER_OWNER, Role.ADMIN})
@Tag(name = "API keys")
class ApiKeyController {

  private static final String ROLES = "Requires the role developer, server-owner or admin. ";
  private static final int USAGE_DAYS_MAX = 366;
  private static final int USAGE_DAYS = 30;

  private final ApiKeyAdministration administration;
  private final ApiKeys keys;
  private final ApiKeyUsage usage;
  private final KeyOwners owners;
  private final AuditTrail audit;
  private final Clock clock;

  ApiKeyController(
      ApiKeyAdministration administration,
      ApiKeys keys,
      ApiKeyUsage usage,
      KeyOwners owners,
      AuditTrail audit,
      Clock clock) {
    this.administration = administration;
    this.keys = keys;
    this.usage = usage;
    this.owners = owners;
    this.audit = audit;
    this.clock = clock;
  }

  record CreateBody(
      @Schema(example = "EU game server") @NotBlank @PlainText(max = 60) String name,
      @Schema(example = "[\"wallet:read\"]") @NotEmpty Set<@NotNull Scope> scopes,
      @Schema(example = "2027-01-31T12:00:00Z") @Nullable Instant expiresAt,
      @Schema(example = "[\"203.0.113.0/24\"]") @Size(max = 20)
          @Nullable List<@NotNull String> addresses) {}

  record RotateBody(
      @Schema(example = "PT24H", description = "How long the former secret is still accepted")
          @Nullable Duration overlap) {}

  /**
   * A key.
   *
   * @param secret present only in the reply that created it
   * @param hint the first characters of the newest secret
   */
  record ApiKeyView(
      ApiKeyId id,
      String name,
      Set<String> scopes,
      List<String> addresses,
      String hint,
      Instant createdAt,
      Instant expiresAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant revokedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {}

  record RevokedView(ApiKeyId id) {}

  @PostMapping
  @Operation(
      summary = "Create an API key",
      description =
          ROLES
              + "The secret is returned only in this reply; a repeat of the request returns the"
              + " key without it. The key acts for you, within its scopes and with only your"
              + " roles player, premium, developer, server-owner and analyst. The roles"
              + " moderator, auditor and admin never apply through a key, with or without a"
              + " second factor.")
  @Rejects(
      commands = CreateApiKey.class,
      codes = "API_KEY_LIMIT_REACHED",
      never = "API_KEY_ALREADY_EXISTS")
  ResponseEntity<Answer<ApiKeyView>> create(
      SignedIn signedIn, @Valid @RequestBody CreateBody body, CommandCall call) {
    owners.requireStepUp(signedIn);
    ApiKeyAdministration.Issued issued =
        administration.create(
            call,
            body.name(),
            body.scopes(),
            body.expiresAt(),
            body.addresses() == null ? List.of() : body.addresses());
    ResponseEntity<Answer<ApiKeyView>> created =
        issued.sent().created(view(issued.key(), issued.secretText()));
    return withoutCaching(created);
  }

  @GetMapping
  @Operation(summary = "List my API keys", description = ROLES + "The newest key comes first.")
  Answer<List<ApiKeyView>> list(Caller caller) {
    return Answer.of(keys.ofOwner(caller.player()).stream().map(key -> view(key, null)).toList());
  }

  @PostMapping("/{id}/rotate")
  @Operation(
      summary = "Rotate the secret of an API key",
      description =
          ROLES
              + "The new secret is returned only in this reply. The former secret is accepted"
              + " until the overlap ends, by default after one day.")
  @Rejects(commands = RotateApiKey.class)
  ResponseEntity<Answer<ApiKeyView>> rotate(
      SignedIn signedIn,
      @PathVariable ApiKeyId id,
      @Valid @RequestBody(required = false) @Nullable RotateBody body,
      CommandCall call) {
    owners.requireStepUp(signedIn);
    ApiKeyAdministration.Issued issued =
        administration.rotate(call, id, body == null ? null : body.overlap());
    ResponseEntity<Answer<ApiKeyView>> rotated =
        issued.sent().ok(view(issued.key(), issued.secretText()));
    return withoutCaching(rotated);
  }

  @DeleteMapping("/{id}")
  @Operation(
      summary = "Revoke an API key",
      description = ROLES + "Admins can revoke the keys of other accounts.")
  @Rejects(commands = RevokeApiKey.class)
  ResponseEntity<Answer<RevokedView>> revoke(
      SignedIn signedIn, @PathVariable ApiKeyId id, CommandCall call) {
    owners.requireStepUp(signedIn);
    return administration.revoke(call, id).ok(new RevokedView(id));
  }

  @GetMapping("/{id}/usage")
  @Operation(
      summary = "Retrieve the usage of an API key",
      description =
          ROLES
              + "Counts requests per day (UTC) and operation, by default for the last 30 days."
              + " Admins can read the usage of other accounts; each such access is recorded in"
              + " the audit log.")
  @Rejects(codes = "API_KEY_NOT_FOUND")
  Answer<List<ApiKeyUsage.Used>> usage(
      @PathVariable ApiKeyId id,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      Caller caller) {
    ApiKeyRow key =
        keys.find(id)
            .filter(found -> found.owner().equals(caller.player()) || caller.hasAny(Role.ADMIN))
            .orElseThrow(() -> new CommandRejected(ApiKeyRejection.API_KEY_NOT_FOUND));
    LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
    LocalDate first = from == null ? last.minusDays(USAGE_DAYS) : from;
    if (first.isAfter(last) || first.plusDays(USAGE_DAYS_MAX).isBefore(last)) {
      throw ApiProblem.invalid("from", "must be at most " + USAGE_DAYS_MAX + " days before to");
    }
    if (!key.owner().equals(caller.player())) {
      audit.viewed(caller, "api-key-usage/" + id);
    }
    return Answer.of(usage.of(key.id(), first, last));
  }

  private ApiKeyView view(ApiKeyRow key, @Nullable String secret) {
    Set<String> scopes = new TreeSet<>();
    key.scopes().forEach(scope -> scopes.add(scope.wireName()));
    return new ApiKeyView(
        key.id(),
        key.name(),
        scopes,
        key.addresses(),
        keys.hint(key.id()),
        key.createdAt(),
        key.expiresAt(),
        key.revokedAt().orElse(null),
        secret);
  }

  private static <T> ResponseEntity<T> withoutCaching(ResponseEntity<T> reply) {
    return ResponseEntity.status(reply.getStatusCode())
        .headers(headers -> headers.addAll(reply.getHeaders()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(reply.getBody());
  }
}
