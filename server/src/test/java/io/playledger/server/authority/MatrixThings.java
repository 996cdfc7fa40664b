package io.playledger.server.authority;

import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.Map;

/**
 * Things that the paths of a context name, for {@code authorisation-matrix.txt}: {@code @offered}
 * there is the thing of that name here. Every class under {@code io.playledger} with this interface
 * is found, so a context brings its own.
 */
public interface MatrixThings {

  /** Makes a thing that belongs to the owner; the answer is its id. */
  @FunctionalInterface
  interface Maker {
    String make(TestMarket market, TestPlayer owner);
  }

  /**
   * A kind of thing.
   *
   * @param ownerRole role that its owner needs; {@code player} for none
   */
  record Thing(String ownerRole, Maker maker) {

    /** A thing that any player can have. */
    public static Thing of(Maker maker) {
      return new Thing("player", maker);
    }
  }

  /** By name, without the at sign. */
  Map<String, Thing> things();
}
