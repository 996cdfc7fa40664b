package io.playledger.command.favourite;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import java.util.List;

/** The favourites' part of the command side. */
public final class FavouriteContext implements CommandContext {

  private static final int SNAPSHOT_EVERY = 200;

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.snapshotted(PlayerFavourites.class, SNAPSHOT_EVERY));
  }
}
