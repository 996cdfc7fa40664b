package io.playledger.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.BanPlayer;
import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.identity.RevokeRole;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.api.identity.UnbanPlayer;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** A player with the granted roles, and whether the player is banned or erased. */
public class Player implements Root {

  private static final Set<Role> STAFF = EnumSet.of(Role.ADMIN, Role.MODERATOR, Role.AUDITOR);

  @AggregateIdentifier private @Nullable String id;
  private Set<Role> roles = EnumSet.noneOf(Role.class);
  private boolean banned;
  private @Nullable Instant bannedUntil;
  private boolean erased;

  /** Required by Axon. */
  protected Player() {}

  public static Aggregates<Player> in(Repository<Player> repository) {
    return new Aggregates<>(
        repository,
        Player::new,
        IdentityRejection.PLAYER_NOT_FOUND,
        IdentityRejection.PLAYER_ALREADY_EXISTS);
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  /** Registers a player that does not exist yet. */
  public void register(RegisterPlayer command) {
    apply(new PlayerRegistered(command.player(), command.username(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(GrantRole command) {
    requireAlive();
    if (roles.contains(command.role())) {
      throw new CommandRejected(IdentityRejection.ROLE_ALREADY_GRANTED);
    }
    apply(new RoleGranted(command.player(), command.role(), command.reason(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RevokeRole command) {
    requireAlive();
    if (command.role() == Role.PLAYER) {
      throw new CommandRejected(IdentityRejection.ROLE_NOT_REVOCABLE);
    }
    if (!roles.contains(command.role())) {
      throw new CommandRejected(IdentityRejection.ROLE_NOT_HELD);
    }
    apply(new RoleRevoked(command.player(), command.role(), command.reason(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(BanPlayer command) {
    requireAlive();
    if (isBannedAt(command.at())) {
      throw new CommandRejected(IdentityRejection.PLAYER_ALREADY_BANNED);
    }
    if (command.until() != null && !command.until().isAfter(command.at())) {
      throw new CommandRejected(IdentityRejection.BAN_ENDS_IN_THE_PAST);
    }
    apply(new PlayerBanned(command.player(), command.reason(), command.until(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(UnbanPlayer command) {
    requireAlive();
    if (!isBannedAt(command.at())) {
      throw new CommandRejected(IdentityRejection.PLAYER_NOT_BANNED);
    }
    apply(new PlayerUnbanned(command.player(), command.reason(), command.at()));
  }

  /** Rejects the erasure of staff, who are accountable as long as they hold a role. */
  public void erase(ErasePlayer command) {
    requireAlive();
    if (roles.stream().anyMatch(STAFF::contains)) {
      throw new CommandRejected(IdentityRejection.STAFF_ROLE_HELD);
    }
    apply(new PlayerErased(command.player(), command.reason(), command.at()));
  }

  private void requireAlive() {
    requireExists(IdentityRejection.PLAYER_NOT_FOUND);
    if (erased) {
      throw new CommandRejected(IdentityRejection.PLAYER_ERASED);
    }
  }

  private boolean isBannedAt(Instant now) {
    return banned && (bannedUntil == null || bannedUntil.isAfter(now));
  }

  @EventSourcingHandler
  void on(RoleRevoked event) {
    roles.remove(event.role());
  }

  @EventSourcingHandler
  void on(PlayerBanned event) {
    banned = true;
    bannedUntil = event.until();
  }

  @EventSourcingHandler
  void on(PlayerUnbanned event) {
    banned = false;
    bannedUntil = null;
  }

  @EventSourcingHandler
  void on(PlayerErased event) {
    roles.clear();
    erased = true;
  }

  @EventSourcingHandler
  void on(PlayerRegistered event) {
    id = event.player().aggregateId();
    roles.add(Role.PLAYER);
  }

  @EventSourcingHandler
  void on(RoleGranted event) {
    roles.add(event.role());
  }
}
