package io.playledger.api.escrow.query;

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

  /** The history of a party. */
  public record PartyRecord(
      String username, long tradesCompleted, long tradesCancelled, long disputes, int reputation) {}
}
