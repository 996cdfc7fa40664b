package io.playledger.api.escrow.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The timeline of an escrow, from the offer to the end, oldest entry first.
 *
 * @param buyer the party who pays
 * @param seller the party who delivers
 */
public record EscrowTimelineView(
    TradeId escrow, PlayerId buyer, PlayerId seller, List<Entry> entries) {

  /**
   * One event.
   *
   * @param actor the cause: a player id, {@code saga:<name>} or {@code system}
   * @param text the text that a person wrote with it
   * @param deadline the deadline that it set
   * @param confidential whether only moderators can read it
   * @param facts short strings, for example {@code outcome}, {@code fee}
   * @param eventId id of the event; {@code causationId} names the message that caused it
   */
  public record Entry(
      long position,
      Instant at,
      String type,
      @Nullable String actor,
      @Nullable String actorRole,
      @Nullable String text,
      @Nullable Instant deadline,
      boolean confidential,
      Map<String, String> facts,
      String eventId,
      @Nullable String causationId,
      @Nullable String correlationId) {}
}
