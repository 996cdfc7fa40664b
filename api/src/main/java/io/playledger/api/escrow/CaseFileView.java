package io.playledger.api.escrow;

/**
 * All that a dispute handler needs on one page.
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

  /** What a party has done so far. */
  public record PartyRecord(
      String username, long tradesCompleted, long tradesCancelled, long disputes, int reputation) {}
}
