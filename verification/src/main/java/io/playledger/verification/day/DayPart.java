package io.playledger.verification.day;

import io.playledger.verification.day.Crew.Script;
import io.playledger.verification.http.Actor;
import java.util.List;

/**
 * What one context adds to the market day: what it plans, how it plays it, and how it checks the
 * result. The methods stand in the order in which the day calls them. A part of a new context
 * overrides those that it needs.
 */
public interface DayPart {

  /** Tells the most that each player may have to pay for it, so that credits cover it. */
  default void reserve(Outlays outlays) {}

  /** Before anybody arrives; all reservations are known. */
  default void begin() {}

  /** A player arrives; earlier parts have done theirs for this player. */
  default void arrive(int player) {}

  /** All players have arrived; the market is not open yet. */
  default void open() {}

  /** What is played while the market is open, in any order and at the same time. */
  default List<Script> scripts() {
    return List.of();
  }

  /**
   * A player looks around while the market is open.
   *
   * @param visit from 0, over the whole day
   */
  default void visit(Actor visitor, int visit) {}

  /** Somebody sends bad requests of every kind; each must be refused. */
  default void misuse(Troublemaker trouble) {}

  /** What is played after the market is closed, at the same time. */
  default List<Script> closing() {
    return List.of();
  }

  /** What the report says and verifies, in this order. */
  default List<DayCheck> checks() {
    return List.of();
  }

  /** How much was played, for the head of the report, for example {@code 40 trades}. */
  default List<String> counts() {
    return List.of();
  }
}
