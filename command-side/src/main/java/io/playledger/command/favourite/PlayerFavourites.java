package io.playledger.command.favourite;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.favourite.FavouriteCommand;
import io.playledger.api.favourite.FavouriteCommand.MarkFavourite;
import io.playledger.api.favourite.FavouriteCommand.UnmarkFavourite;
import io.playledger.api.favourite.FavouriteEvent.FavouriteMarked;
import io.playledger.api.favourite.FavouriteEvent.FavouriteUnmarked;
import io.playledger.api.favourite.FavouriteRejection;
import io.playledger.api.favourite.FavouriteTarget;
import io.playledger.command.aggregate.Root;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** What a player has marked. */
public class PlayerFavourites implements Root {

  @AggregateIdentifier private @Nullable String id;
  private Set<FavouriteTarget> marked = new LinkedHashSet<>();

  /** For Axon. */
  protected PlayerFavourites() {}

  @Override
  public boolean exists() {
    return id != null;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  FavouriteCommand.Receipt handle(MarkFavourite command) {
    if (!marked.contains(command.target())) {
      if (marked.size() >= FavouriteCommand.FAVOURITES_MAX) {
        throw new CommandRejected(FavouriteRejection.FAVOURITE_LIMIT_REACHED);
      }
      apply(new FavouriteMarked(command.player(), command.target(), command.at()));
    }
    return new FavouriteCommand.Receipt(command.target(), true, marked.size());
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  FavouriteCommand.Receipt handle(UnmarkFavourite command) {
    if (!marked.contains(command.target())) {
      throw new CommandRejected(FavouriteRejection.FAVOURITE_NOT_FOUND);
    }
    apply(new FavouriteUnmarked(command.player(), command.target(), command.at()));
    return new FavouriteCommand.Receipt(command.target(), false, marked.size());
  }

  @EventSourcingHandler
  void on(FavouriteMarked event) {
    id = "favourites-" + event.player();
    marked.add(event.target());
  }

  @EventSourcingHandler
  void on(FavouriteUnmarked event) {
    marked.remove(event.target());
  }
}
