package io.playledger.api.favourite;

import io.playledger.api.Event;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Events of the favourite context. */
public sealed interface FavouriteEvent extends Event {

  /** Whose favourites changed. */
  PlayerId player();

  /** What was marked or unmarked. */
  FavouriteTarget target();

  /** A player marked a thing that was not marked. */
  @Revision("1")
  record FavouriteMarked(PlayerId player, FavouriteTarget target, Instant at)
      implements FavouriteEvent {}

  /** A player took a mark away. */
  @Revision("1")
  record FavouriteUnmarked(PlayerId player, FavouriteTarget target, Instant at)
      implements FavouriteEvent {}
}
