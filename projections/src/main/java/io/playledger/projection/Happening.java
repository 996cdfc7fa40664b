package io.playledger.projection;

import io.playledger.api.identity.PlayerId;
import java.util.List;
import java.util.Map;

/**
 * An event as the feed of players shows it.
 *
 * @param subject what it is about: kind and id, for example {@code trade:<id>}
 * @param facts about the event
 * @param parties whom the subject concerns from now on; empty where an earlier event has named them
 * @param shares what the event did to each of these players, who alone see it; empty where all
 *     parties of the subject see it
 */
public record Happening(
    String subject, Facts facts, List<PlayerId> parties, Map<PlayerId, List<Facts>> shares) {

  /** No entry. */
  public static final Happening NONE = new Happening("", Facts.none(), List.of(), Map.of());

  /** Something about a subject, for example {@code trade} and its id; its parties see it. */
  public static Happening about(String kind, Object id, Facts facts) {
    return new Happening(subject(kind, id), facts, List.of(), Map.of());
  }

  /** Something without facts about a subject. */
  public static Happening about(String kind, Object id) {
    return about(kind, id, Facts.none());
  }

  /** An entry that only one player sees. */
  public static Happening of(PlayerId player, String kind, Object id, Facts facts) {
    return shared(kind, id, Map.of(player, List.of(facts)));
  }

  /** Several things that one event did to players, each of whom sees the own ones. */
  public static Happening shared(String kind, Object id, Map<PlayerId, List<Facts>> shares) {
    return new Happening(subject(kind, id), Facts.none(), List.of(), shares);
  }

  /** The first entry about its subject, which concerns these players. */
  public Happening concerning(PlayerId... players) {
    return new Happening(subject, facts, List.of(players), shares);
  }

  private static String subject(String kind, Object id) {
    return kind + ":" + id;
  }
}
