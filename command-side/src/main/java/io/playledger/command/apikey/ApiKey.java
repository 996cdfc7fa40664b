package io.playledger.command.apikey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.apikey.ApiKeyCreated;
import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.apikey.ApiKeyRejection;
import io.playledger.api.apikey.ApiKeyRevoked;
import io.playledger.api.apikey.ApiKeyRotated;
import io.playledger.api.apikey.CreateApiKey;
import io.playledger.api.apikey.RevokeApiKey;
import io.playledger.api.apikey.RotateApiKey;
import io.playledger.api.identity.PlayerId;
import io.playledger.command.aggregate.Root;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The API key of a developer or server owner. */
public class ApiKey implements Root {

  static final Duration AGE_MAX = Duration.ofDays(366);
  static final Duration OVERLAP_MAX = Duration.ofDays(7);

  @AggregateIdentifier private @Nullable String id;
  private PlayerId owner;
  private Instant expiresAt;
  private boolean revoked;

  /** Required by Axon. */
  protected ApiKey() {}

  @Override
  public boolean exists() {
    return id != null;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ApiKeyId handle(CreateApiKey command) {
    requireAbsent(ApiKeyRejection.API_KEY_ALREADY_EXISTS);
    if (!isWithin(command.expiresAt(), command.at(), AGE_MAX)) {
      throw new CommandRejected(ApiKeyRejection.API_KEY_EXPIRY_OUT_OF_RANGE);
    }
    apply(
        new ApiKeyCreated(
            command.key(), command.owner(), command.scopes(), command.expiresAt(), command.at()));
    return command.key();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RotateApiKey command) {
    mayChange(command.asker());
    if (revoked || !command.at().isBefore(expiresAt)) {
      throw new CommandRejected(ApiKeyRejection.API_KEY_ENDED);
    }
    if (command.formerEndsAt().isBefore(command.at())
        || command.formerEndsAt().isAfter(command.at().plus(OVERLAP_MAX))) {
      throw new CommandRejected(ApiKeyRejection.API_KEY_OVERLAP_OUT_OF_RANGE);
    }
    apply(new ApiKeyRotated(command.key(), command.formerEndsAt(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RevokeApiKey command) {
    mayChange(command.asker());
    if (revoked) {
      throw new CommandRejected(ApiKeyRejection.API_KEY_ENDED);
    }
    apply(new ApiKeyRevoked(command.key(), command.at()));
  }

  @EventSourcingHandler
  void on(ApiKeyCreated event) {
    id = event.key().aggregateId();
    owner = event.owner();
    expiresAt = event.expiresAt();
  }

  @EventSourcingHandler
  void on(ApiKeyRevoked event) {
    revoked = true;
  }

  /** Treats the key of another owner as not found. */
  private void mayChange(@Nullable PlayerId asker) {
    requireExists(ApiKeyRejection.API_KEY_NOT_FOUND);
    if (asker != null && !asker.equals(owner)) {
      throw new CommandRejected(ApiKeyRejection.API_KEY_NOT_FOUND);
    }
  }

  private static boolean isWithin(Instant end, Instant now, Duration max) {
    return end.isAfter(now) && !end.isAfter(now.plus(max));
  }
}
