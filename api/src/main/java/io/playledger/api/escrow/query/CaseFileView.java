package io.playledger.api.escrow.query;

import org.jspecify.annotations.Nullable;

/**
 * Everything that the handler of a dispute needs on one page.
 *
 * @param timeline with confidential notes
 * @param buyerRecord the buyer's history
 * @param sellerRecord the seller's history
 */
public record CaseFileView(
    DisputePage.DisputeView dispute,
    EscrowView escrow,
    EscrowTimelineView timeline,
    PartyRecord buyerRecord,
    PartyRecord sellerRecord) {

  /**
   * The history of a party.
   *
   * @param username none: the read table of players does not have the party yet
   */
  public record PartyRecord(
      @Nullable String username,
      long tradesCompleted,
      long tradesCancelled,
      long disputes,
      int reputation) {}
}
