package io.playledger.web.limit;

/**
 * The key of one counter.
 *
 * @param who an address, a player, a key; empty for everybody
 */
record CountKey(RateGroup group, Counted counted, String who) {

  /** The same as one text. */
  String text() {
    return group.wireName() + "/" + counted.wireName() + "/" + who;
  }
}
