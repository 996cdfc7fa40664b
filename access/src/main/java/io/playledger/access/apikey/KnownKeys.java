package io.playledger.access.apikey;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.playledger.web.authority.KeyAuthentication;
import io.playledger.web.filter.AddressRanges;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the owner of a secret. Results are cached for a few seconds, so a revocation takes effect
 * within that time on other nodes, and at once on this one.
 */
final class KnownKeys {

  private final ApiKeys keys;
  private final KeyOwners owners;
  private final Clock clock;
  private final Cache<String, Known> found;

  KnownKeys(ApiKeys keys, KeyOwners owners, ApiKeySettings settings, Clock clock) {
    this.keys = keys;
    this.owners = owners;
    this.clock = clock;
    this.found =
        Caffeine.newBuilder()
            .maximumSize(settings.cacheEntriesMax())
            .expireAfterWrite(Duration.ofMillis(settings.cacheMillisMax()))
            .executor(Runnable::run)
            .build();
  }

  private record Known(ApiKeys.BySecret key, AddressRanges addresses) {}

  /**
   * The owner with the scopes of the key; empty if the secret is unknown or has expired, is not
   * accepted from this address, or its owner cannot sign in.
   */
  Optional<KeyAuthentication> authenticate(ApiKeySecret secret, String address) {
    if (!secret.hasForm()) {
      return Optional.empty();
    }
    byte[] hash = secret.hash();
    Known known = found.get(HexFormat.of().formatHex(hash), absent -> look(hash));
    if (known == null || !isValid(known, address)) {
      return Optional.empty();
    }
    ApiKeyRow key = known.key().key();
    return owners
        .signedIn(key.owner())
        .map(owner -> new KeyAuthentication(owner, key.id().value(), key.scopes()));
  }

  /** Call this after a change on this node. */
  void forgetAll() {
    found.invalidateAll();
  }

  private @Nullable Known look(byte[] hash) {
    return keys.findBySecret(hash)
        .map(key -> new Known(key, AddressRanges.of(key.key().addresses())))
        .orElse(null);
  }

  private boolean isValid(Known known, String address) {
    Instant now = clock.instant();
    return !known.key().key().hasEnded(now)
        && known.key().secretEndsAt().map(now::isBefore).orElse(true)
        && (known.addresses().isEmpty() || known.addresses().contains(address));
  }
}
