package io.playledger.command.identity;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.util.EnumSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.Repository;

/** A player and the roles held. */
public class Player implements Root {

  @AggregateIdentifier private String id;
  private Set<Role> roles = EnumSet.noneOf(Role.class);

  /** For Axon. */
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

  /** Admits a player that does not exist yet. */
  public void register(RegisterPlayer command) {
    apply(new PlayerRegistered(command.player(), command.username(), command.at()));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(GrantRole command) {
    if (!exists()) {
      throw new CommandRejected(IdentityRejection.PLAYER_NOT_FOUND);
    }
    if (roles.contains(command.role())) {
      throw new CommandRejected(IdentityRejection.ROLE_ALREADY_GRANTED);
    }
    apply(new RoleGranted(command.player(), command.role(), command.reason(), command.at()));
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
