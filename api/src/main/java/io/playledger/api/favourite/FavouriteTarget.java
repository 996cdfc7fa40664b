package io.playledger.api.favourite;

import java.util.Objects;
import java.util.UUID;

/**
 * What a player marks as a favourite.
 *
 * @param id of the thing, unique within its kind
 */
public record FavouriteTarget(Kind kind, UUID id) {

  public FavouriteTarget {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(id, "id");
  }

  /** Kinds of things that can be marked. */
  public enum Kind {
    /** A listing of the market. */
    LISTING
  }
}
