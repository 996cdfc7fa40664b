package io.playledger.projection.escrow;

import io.playledger.api.PersonalText;
import io.playledger.api.market.TradeId;
import io.playledger.projection.Facts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The timeline entry of an event.
 *
 * @param words the text that a person wrote with it
 * @param deadline the deadline that it set
 * @param confidential whether only moderators can read it
 */
record TimelineEntry(
    TradeId escrow,
    @Nullable PersonalText words,
    @Nullable Instant deadline,
    boolean confidential,
    Facts facts) {

  static TimelineEntry of(TradeId escrow, Facts facts) {
    return new TimelineEntry(escrow, null, null, false, facts);
  }

  static TimelineEntry of(TradeId escrow) {
    return of(escrow, Facts.none());
  }

  TimelineEntry saying(@Nullable PersonalText said) {
    return new TimelineEntry(escrow, said, deadline, confidential, facts);
  }

  TimelineEntry until(@Nullable Instant due) {
    return new TimelineEntry(escrow, words, due, confidential, facts);
  }

  TimelineEntry forModerators() {
    return new TimelineEntry(escrow, words, deadline, true, facts);
  }
}
