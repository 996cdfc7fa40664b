package io.playledger.projection;

import io.playledger.api.Event;
import io.playledger.api.PersonalText;
import io.playledger.api.escrow.event.CancellationAgreed;
import io.playledger.api.escrow.event.CancellationRequested;
import io.playledger.api.escrow.event.DeliveryConfirmed;
import io.playledger.api.escrow.event.DisputeAssigned;
import io.playledger.api.escrow.event.DisputeNoteAdded;
import io.playledger.api.escrow.event.DisputeOpened;
import io.playledger.api.escrow.event.DisputeResolved;
import io.playledger.api.escrow.event.EscrowRefunded;
import io.playledger.api.escrow.event.EscrowReleased;
import io.playledger.api.escrow.event.EscrowSplit;
import io.playledger.api.escrow.event.EvidenceSubmitted;
import io.playledger.api.escrow.event.FundsPlacedInEscrow;
import io.playledger.api.escrow.event.ItemDelivered;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.api.ledger.event.WalletDebited;
import io.playledger.api.ledger.event.WalletOpened;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingEdited;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingReserved;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.ListingWithdrawn;
import io.playledger.api.market.event.OfferAccepted;
import io.playledger.api.market.event.OfferDeclined;
import io.playledger.api.market.event.OfferMade;
import io.playledger.api.market.event.OfferWithdrawn;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.api.market.event.TradeReviewed;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.ScoreIncremented;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Players, listings and events of a market day, the same in every test. */
public final class SampleMarket {

  public static final Instant DAWN = Instant.parse("2026-11-21T06:00:00Z");
  public static final AssetCode GOLD = new AssetCode("GOLD");
  public static final BoardId BOARD = new BoardId("arena");
  public static final PlayerId ANNA = new PlayerId(id(1));
  public static final PlayerId BEN = new PlayerId(id(2));
  public static final PlayerId MODERATOR = new PlayerId(id(3));
  public static final PlayerId GONE = new PlayerId(id(4));
  public static final ListingId SWORD = new ListingId(id(11));
  public static final TradeId TRADE = new TradeId(id(21));
  public static final TradeTerms TERMS =
      new TradeTerms(
          500, Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(7), Ruling.REFUND);

  private SampleMarket() {}

  public static UUID id(long number) {
    return new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
  }

  public static Instant at(int minute) {
    return DAWN.plus(Duration.ofMinutes(minute));
  }

  public static PersonalText says(PlayerId person, String text) {
    return new ReadableTexts().protect(person.value(), text);
  }

  public static Amount gold(long units) {
    return new Amount(GOLD, units);
  }

  public static TransactionId transaction(long number) {
    return new TransactionId(id(1_000 + number));
  }

  public static HoldId hold(long number) {
    return new HoldId(id(2_000 + number));
  }

  public static Posting line(AccountId account, long units, TransactionType reason) {
    return new Posting(account, GOLD, units, reason);
  }

  public static TransactionPosted posted(long transaction, Posting... lines) {
    return new TransactionPosted(
        transaction(transaction), Postings.of(lines), says(ANNA, "a memo"), null, at(5));
  }

  /** Gold from the mint into a wallet. */
  public static TransactionPosted credit(long transaction, PlayerId player, long units) {
    return posted(
        transaction,
        line(AccountId.MINT, -units, TransactionType.QUEST_REWARD),
        line(AccountId.wallet(player), units, TransactionType.QUEST_REWARD));
  }

  /** Gold from one wallet to another. */
  public static TransactionPosted transfer(
      long transaction, PlayerId from, PlayerId to, long units) {
    return posted(
        transaction,
        line(AccountId.wallet(from), -units, TransactionType.TRANSFER_OUT),
        line(AccountId.wallet(to), units, TransactionType.TRANSFER_IN));
  }

  public static HoldPlaced held(long hold, PlayerId owner, PlayerId payee, long units) {
    return new HoldPlaced(
        hold(hold), owner, payee, gold(units), says(owner, "a bet"), at(60), at(6));
  }

  public static ScoreIncremented scored(PlayerId player, long delta, long total, int minute) {
    return new ScoreIncremented(player, BOARD, delta, total, at(minute));
  }

  public static ReputationChanged reputation(PlayerId player, int delta, int score) {
    return new ReputationChanged(
        player,
        ReputationAction.TRADE_REVIEWED,
        delta,
        score,
        1,
        "support",
        says(MODERATOR, "for a reason"),
        at(50));
  }

  public static ListingCreated listed(ListingId listing, PlayerId seller, String name) {
    return new ListingCreated(
        listing,
        seller,
        "rpg",
        says(seller, name),
        says(seller, "Hardly used"),
        gold(200),
        at(600),
        at(10));
  }

  public static OfferMade offered(TradeId trade) {
    return new OfferMade(trade, SWORD, BEN, ANNA, gold(200), says(BEN, "Deal?"), at(11));
  }

  public static OfferAccepted accepted(TradeId trade) {
    return new OfferAccepted(trade, SWORD, BEN, ANNA, gold(200), TERMS, at(12));
  }

  public static FundsPlacedInEscrow funded(TradeId trade, long transaction) {
    return new FundsPlacedInEscrow(
        trade,
        transaction(transaction),
        Postings.of(
            line(AccountId.wallet(BEN), -200, TransactionType.ESCROW_FUNDING),
            line(AccountId.escrow(trade.value()), 200, TransactionType.ESCROW_FUNDING)),
        BEN,
        ANNA,
        gold(200),
        TERMS,
        at(73),
        at(13));
  }

  public static EscrowReleased released(TradeId trade, long transaction) {
    return new EscrowReleased(
        trade,
        transaction(transaction),
        Postings.of(
            line(AccountId.escrow(trade.value()), -200, TransactionType.ESCROW_RELEASE),
            line(AccountId.wallet(ANNA), 190, TransactionType.ESCROW_RELEASE),
            line(AccountId.FEES, 10, TransactionType.TRADE_FEE)),
        TradeOutcome.CONFIRMED,
        10,
        at(20));
  }

  /** Two players, a moderator, an asset and two wallets, Ben's with 1,000 gold. */
  public static List<Event> opening() {
    return List.of(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new PlayerRegistered(BEN, says(BEN, "ben"), at(0)),
        new PlayerRegistered(MODERATOR, says(MODERATOR, "mo"), at(0)),
        new RoleGranted(MODERATOR, Role.MODERATOR, says(ANNA, "trusted"), at(1)),
        new AssetRegistered(new Asset(GOLD, 0), true, 1_000_000L, at(1)),
        new WalletOpened(ANNA, at(2)),
        new WalletOpened(BEN, at(2)),
        credit(1, BEN, 1_000),
        new WalletCredited(BEN, transaction(1), gold(1_000), 1_000, at(5)));
  }

  /** A trade that is disputed and split. */
  public static List<Event> disputedTrade() {
    AccountId escrow = AccountId.escrow(TRADE.value());
    return List.of(
        listed(SWORD, ANNA, "Sword"),
        offered(TRADE),
        new ListingReserved(SWORD, TRADE, at(12)),
        accepted(TRADE),
        funded(TRADE, 2),
        new WalletDebited(BEN, transaction(2), gold(200), 800, at(13)),
        new ItemDelivered(TRADE, ANNA, says(ANNA, "In your box"), at(90), at(14)),
        new DisputeOpened(TRADE, BEN, says(BEN, "Wrong sword"), at(100), at(15)),
        new EvidenceSubmitted(TRADE, ANNA, says(ANNA, "See picture"), at(16)),
        new DisputeAssigned(TRADE, MODERATOR, MODERATOR, at(17)),
        new DisputeNoteAdded(TRADE, MODERATOR, says(MODERATOR, "Both wrong"), at(18)),
        new DisputeResolved(
            TRADE, Ruling.SPLIT, 120, 80, MODERATOR, says(MODERATOR, "Share it"), at(19)),
        new EscrowSplit(
            TRADE,
            transaction(3),
            Postings.of(
                line(escrow, -200, TransactionType.ESCROW_RELEASE),
                line(AccountId.wallet(ANNA), 114, TransactionType.ESCROW_RELEASE),
                line(AccountId.wallet(BEN), 80, TransactionType.ESCROW_REFUND),
                line(AccountId.FEES, 6, TransactionType.TRADE_FEE)),
            6,
            at(20)),
        new TradeCompleted(TRADE, SWORD, BEN, ANNA, gold(200), TradeOutcome.RULED_SPLIT, at(21)),
        new ListingSold(SWORD, TRADE, at(21)),
        new TradeReviewed(TRADE, BEN, ANNA, 2, says(BEN, "Meh"), at(22)),
        new TradeReviewed(TRADE, ANNA, BEN, 5, null, at(23)));
  }

  /** Every other thing that can happen. */
  public static List<Event> theRest() {
    TradeId bought = new TradeId(id(22));
    TradeId cancelled = new TradeId(id(23));
    TradeId declined = new TradeId(id(24));
    TradeId withdrawn = new TradeId(id(25));
    ListingId shield = new ListingId(id(12));
    ListingId bow = new ListingId(id(13));
    ListingId axe = new ListingId(id(14));
    ListingId spear = new ListingId(id(15));
    List<Event> events = new ArrayList<>();
    events.addAll(
        List.of(
            offered(bought),
            accepted(bought),
            funded(bought, 4),
            new ItemDelivered(bought, ANNA, null, at(90), at(14)),
            new DeliveryConfirmed(bought, BEN, at(19)),
            released(bought, 5),
            offered(cancelled),
            accepted(cancelled),
            funded(cancelled, 6),
            new CancellationRequested(cancelled, BEN, at(30)),
            new CancellationAgreed(cancelled, at(31)),
            new EscrowRefunded(
                cancelled,
                transaction(7),
                Postings.of(
                    line(AccountId.escrow(cancelled.value()), -200, TransactionType.ESCROW_REFUND),
                    line(AccountId.wallet(BEN), 200, TransactionType.ESCROW_REFUND)),
                TradeOutcome.CANCELLED_BY_BOTH,
                at(32)),
            new TradeCancelled(
                cancelled, SWORD, BEN, ANNA, gold(200), TradeOutcome.CANCELLED_BY_BOTH, at(33)),
            new ListingReopened(SWORD, cancelled, at(33)),
            offered(declined),
            new OfferDeclined(declined, at(34)),
            offered(withdrawn),
            new OfferWithdrawn(withdrawn, at(35))));
    // a seller who is erased, and a listing that was under way meanwhile
    events.addAll(
        List.of(
            new PlayerRegistered(GONE, says(GONE, "gone"), at(35)),
            listed(axe, GONE, "Axe"),
            new PlayerErased(GONE, null, at(36)),
            listed(spear, GONE, "Spear")));
    events.addAll(
        List.of(
            listed(shield, BEN, "Shield"),
            new ListingEdited(shield, says(BEN, "Tower shield"), null, gold(250), 2, at(36)),
            new ListingWithdrawn(shield, at(37)),
            listed(bow, BEN, "Bow"),
            new ListingExpired(bow, at(38)),
            new ListingClosed(SWORD, bought, at(39)),
            held(1, BEN, ANNA, 50),
            new HoldCaptured(hold(1), BEN, transaction(8), 30, at(40)),
            transfer(8, BEN, ANNA, 30),
            held(2, BEN, ANNA, 5),
            new HoldReleased(hold(2), BEN, at(41)),
            held(3, BEN, ANNA, 7),
            new HoldExpired(hold(3), BEN, at(60)),
            transfer(9, BEN, ANNA, 40),
            new TransactionPosted(
                transaction(10),
                Postings.of(
                    line(AccountId.wallet(ANNA), -40, TransactionType.REVERSAL),
                    line(AccountId.wallet(BEN), 40, TransactionType.REVERSAL)),
                null,
                transaction(9),
                at(61)),
            new TransactionReversed(transaction(9), transaction(10), at(61)),
            scored(ANNA, 10, 10, 62),
            scored(BEN, 4, 4, 63),
            scored(BEN, 6, 10, 64),
            reputation(ANNA, 5, 5),
            reputation(ANNA, -2, 3)));
    return events;
  }

  /** All of it, in order. */
  public static Event[] all() {
    List<Event> events = new ArrayList<>(opening());
    events.addAll(disputedTrade());
    events.addAll(theRest());
    return events.toArray(Event[]::new);
  }

  public static Event[] array(List<Event> events) {
    return events.toArray(Event[]::new);
  }
}
