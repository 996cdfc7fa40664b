package io.playledger.api.favourite;

import io.playledger.api.Command;
import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Commands of the favourite context.
 *
 * @param <R> what the handler answers
 */
public sealed interface FavouriteCommand<R> extends Command<R> {

  /** The most things that a player can have marked at a time. */
  int FAVOURITES_MAX = 1_000;

  /** Whose favourites they are. */
  PlayerId player();

  @Override
  default String aggregateId() {
    return "favourites-" + player();
  }

  /** Marks a thing. Marking it again changes nothing. */
  @RejectedFor("FAVOURITE_LIMIT_REACHED")
  record MarkFavourite(PlayerId player, FavouriteTarget target, Instant at)
      implements FavouriteCommand<Receipt> {}

  /** Takes the mark away. */
  @RejectedFor("FAVOURITE_NOT_FOUND")
  record UnmarkFavourite(PlayerId player, FavouriteTarget target, Instant at)
      implements FavouriteCommand<Receipt> {}

  /**
   * The player's favourites after the command.
   *
   * @param marked whether the thing is marked now
   * @param favourites how many things the player has marked now
   */
  record Receipt(FavouriteTarget target, boolean marked, int favourites) {}
}
