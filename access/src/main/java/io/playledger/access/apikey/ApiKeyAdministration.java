package io.playledger.access.apikey;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.CommandRejected;
import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.apikey.ApiKeyRejection;
import io.playledger.api.apikey.CreateApiKey;
import io.playledger.api.apikey.RevokeApiKey;
import io.playledger.api.apikey.RotateApiKey;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Scope;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.Sent;
import io.playledger.web.filter.AddressRanges;
import io.playledger.web.http.Ids;
import io.playledger.web.problem.ApiProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Creates, rotates and revokes keys: first the event is stored, then the tables follow the log,
 * also after a crash in between. A secret is created when it is shown, and is never shown again.
 */
final class ApiKeyAdministration {

  private static final Duration OVERLAP = Duration.ofDays(1);

  private final CommandGate commands;
  private final ApiKeys keys;
  private final KnownKeys known;
  private final AuditTrail audit;
  private final ApiKeySettings settings;
  private final Clock clock;

  ApiKeyAdministration(
      CommandGate commands,
      ApiKeys keys,
      KnownKeys known,
      AuditTrail audit,
      ApiKeySettings settings,
      Clock clock) {
    this.commands = commands;
    this.keys = keys;
    this.known = known;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /** A key with its new secret, unless the secret was shown before. */
  record Issued(Sent<?> sent, ApiKeyRow key, Optional<ApiKeySecret> secret) {

    /** The secret; none: it was shown before. */
    @Nullable String secretText() {
      return secret.map(ApiKeySecret::text).orElse(null);
    }
  }

  Issued create(
      CommandCall call,
      String name,
      Set<Scope> scopes,
      @Nullable Instant expiresAt,
      List<String> addresses) {
    checked(addresses);
    PlayerId owner = call.caller().player();
    Instant now = now();
    if (keys.countAlive(owner, now) >= settings.keysMax()) {
      throw new CommandRejected(ApiKeyRejection.API_KEY_LIMIT_REACHED);
    }
    Instant end = expiresAt == null ? now.plus(settings.age()) : expiresAt;
    Sent<ApiKeyId> sent =
        commands.send(
            call, new CreateApiKey(new ApiKeyId(Ids.next()), owner, wireNames(scopes), end, now));
    Optional<ApiKeyRow> before = keys.find(sent.result());
    if (before.isPresent()) {
      return new Issued(sent, before.get(), Optional.empty());
    }
    ApiKeyRow key =
        new ApiKeyRow(
            sent.result(), owner, name, Set.copyOf(scopes), addresses, now, end, Optional.empty());
    ApiKeySecret secret = ApiKeySecret.random();
    keys.insert(key, secret);
    audit.credentialChanged(owner, CredentialChange.API_KEY_MADE, call.caller());
    return new Issued(sent, key, Optional.of(secret));
  }

  Issued rotate(CommandCall call, ApiKeyId id, @Nullable Duration overlap) {
    Instant now = now();
    Instant formerEndsAt = now.plus(overlap == null ? OVERLAP : overlap);
    Sent<Void> sent =
        commands.send(call, new RotateApiKey(id, call.caller().player(), formerEndsAt, now));
    ApiKeyRow key =
        keys.find(id).orElseThrow(() -> new CommandRejected(ApiKeyRejection.API_KEY_NOT_FOUND));
    if (sent.replayed()) {
      return new Issued(sent, key, Optional.empty());
    }
    ApiKeySecret secret = ApiKeySecret.random();
    keys.rotate(id, secret, formerEndsAt, now);
    known.forgetAll();
    audit.credentialChanged(key.owner(), CredentialChange.API_KEY_ROTATED, call.caller());
    return new Issued(sent, key, Optional.of(secret));
  }

  Sent<Void> revoke(CommandCall call, ApiKeyId id) {
    PlayerId asker = call.caller().hasAny(Role.ADMIN) ? null : call.caller().player();
    try {
      Sent<Void> sent = commands.send(call, new RevokeApiKey(id, asker, now()));
      follow(id);
      if (!sent.replayed()) {
        keys.find(id)
            .ifPresent(
                key ->
                    audit.credentialChanged(
                        key.owner(), CredentialChange.API_KEY_ENDED, call.caller()));
      }
      return sent;
    } catch (CommandRejected rejected) {
      if (rejected.code() == ApiKeyRejection.API_KEY_ENDED) {
        follow(id);
      }
      throw rejected;
    }
  }

  private void follow(ApiKeyId id) {
    keys.revoke(id, now());
    known.forgetAll();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String wireNames(Set<Scope> scopes) {
    return scopes.stream().map(Scope::wireName).sorted().collect(Collectors.joining(" "));
  }

  private static void checked(List<String> addresses) {
    try {
      AddressRanges.of(addresses);
    } catch (IllegalArgumentException e) {
      throw ApiProblem.invalid("addresses", "must be addresses or networks such as 203.0.113.0/24");
    }
  }
}
