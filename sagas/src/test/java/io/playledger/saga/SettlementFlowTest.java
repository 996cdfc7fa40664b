package io.playledger.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Command;
import io.playledger.api.RejectionCode;
import io.playledger.api.escrow.EscrowRejection;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.OpenDispute;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.command.RequestCancellation;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.CreateListing;
import io.playledger.api.market.command.MakeOffer;
import io.playledger.api.market.event.ListingClosed;
import io.playledger.api.market.event.ListingExpired;
import io.playledger.api.market.event.ListingReopened;
import io.playledger.api.market.event.ListingSold;
import io.playledger.api.market.event.TradeCancelled;
import io.playledger.api.market.event.TradeCompleted;
import io.playledger.runtime.saga.Outcome;
import io.playledger.saga.escrow.EscrowSettlementSaga;
import io.playledger.saga.market.ListingExpirySaga;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Sagas and aggregates together: the sagas handle the events of the aggregates and send commands
 * until nothing more happens. The ignored rejection codes are those of the real aggregates.
 */
class SettlementFlowTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final AssetCode GOLD = new AssetCode("GOLD");
  private static final PlayerId BUYER = new PlayerId(new UUID(1, 1));
  private static final PlayerId SELLER = new PlayerId(new UUID(1, 2));
  private static final PlayerId MODERATOR = new PlayerId(new UUID(1, 3));
  private static final ListingId LISTING = new ListingId(new UUID(1, 4));
  private static final TradeId TRADE = new TradeId(new UUID(1, 5));
  private static final AccountId POT = AccountId.escrow(TRADE.value());
  private static final TradeTerms TERMS =
      new TradeTerms(
          1_000, Duration.ofHours(3), Duration.ofHours(2), Duration.ofHours(7), Ruling.REFUND);
  private static final Instant EXPIRES_AT = NOW.plus(Duration.ofHours(1));

  private final RealCommandSide commandSide = new RealCommandSide();
  private final List<SagaTestFixture<?>> sagas =
      List.of(fixture(EscrowSettlementSaga.class), fixture(ListingExpirySaga.class));
  private int handled;

  private SagaTestFixture<?> fixture(Class<?> saga) {
    SagaTestFixture<?> fixture = new SagaTestFixture<>(saga);
    fixture.registerResource(commandSide);
    fixture.registerListenerInvocationErrorHandler(
        (failure, event, handler) -> {
          throw failure;
        });
    fixture.registerResource(new FixtureClock(fixture));
    fixture.givenCurrentTime(NOW);
    return fixture;
  }

  @BeforeEach
  void aTradeIsAccepted() {
    send(new RegisterPlayer(BUYER, null, NOW));
    send(new RegisterPlayer(SELLER, null, NOW));
    send(
        new CreateListing(
            LISTING, SELLER, "minecraft", null, null, new Amount(GOLD, 100), EXPIRES_AT, NOW));
    send(new MakeOffer(TRADE, LISTING, BUYER, new Amount(GOLD, 100), null, NOW));
  }

  private void accept() {
    send(
        new CreditWallet(
            new TransactionId(new UUID(1, 6)),
            BUYER,
            new Amount(GOLD, 100),
            TransactionType.DEPOSIT,
            AccountId.MINT,
            false,
            null,
            NOW));
    send(new AcceptOffer(TRADE, SELLER, TERMS, NOW));
  }

  private void send(Command<?> command) {
    assertThat(commandSide.outcomeOf(command)).isInstanceOf(Outcome.Done.class);
    settleDown();
  }

  private RejectionCode refusalOf(Command<?> command) {
    return StepResult.refusal(commandSide.outcomeOf(command)).orElseThrow();
  }

  private void timePassesTo(Instant instant) {
    sagas.forEach(saga -> saga.whenTimeAdvancesTo(instant).expectSuccessfulHandlerExecution());
    settleDown();
  }

  private void settleDown() {
    for (List<Object> events = commandSide.events();
        handled < events.size();
        events = commandSide.events()) {
      Object event = events.get(handled++);
      sagas.forEach(saga -> saga.whenPublishingA(event).expectSuccessfulHandlerExecution());
    }
  }

  private long balance(AccountId account) {
    return commandSide.events().stream()
        .filter(ValueMoved.class::isInstance)
        .flatMap(event -> ((ValueMoved) event).postings().lines().stream())
        .filter(line -> line.account().equals(account))
        .mapToLong(Posting::units)
        .sum();
  }

  private void expectEnd(TradeOutcome outcome, long buyer, long seller, long fees) {
    assertThat(commandSide.events())
        .filteredOn(event -> event instanceof TradeCompleted || event instanceof TradeCancelled)
        .singleElement()
        .satisfies(
            event ->
                assertThat(
                        event instanceof TradeCompleted completed
                            ? completed.outcome()
                            : ((TradeCancelled) event).outcome())
                    .isEqualTo(outcome));
    assertThat(balance(POT)).isZero();
    assertThat(balance(AccountId.wallet(BUYER))).isEqualTo(buyer);
    assertThat(balance(AccountId.wallet(SELLER))).isEqualTo(seller);
    assertThat(balance(AccountId.FEES)).isEqualTo(fees);
    timePassesTo(NOW.plus(Duration.ofDays(100)));
    sagas.forEach(
        saga ->
            saga.whenTimeElapses(Duration.ofSeconds(1))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines());
  }

  private boolean happened(Class<?> event) {
    return commandSide.events().stream().anyMatch(event::isInstance);
  }

  @Test
  void confirmedDeliveryPaysTheSellerMinusTheFee() {
    accept();
    assertThat(balance(POT)).isEqualTo(100);
    send(new RecordDelivery(TRADE, SELLER, null, NOW));
    send(new ConfirmDelivery(TRADE, BUYER, NOW));

    expectEnd(TradeOutcome.CONFIRMED, 0, 90, 10);
    assertThat(happened(ListingSold.class)).isTrue();
    assertThat(refusalOf(new ConfirmDelivery(TRADE, BUYER, NOW)))
        .isEqualTo(EscrowRejection.ESCROW_ALREADY_CONFIRMED);
  }

  @Test
  void sellerIsPaidAfterAComplaintWindowWithoutComplaint() {
    accept();
    send(new RecordDelivery(TRADE, SELLER, null, NOW));
    timePassesTo(NOW.plus(TERMS.complaintWindow()).minusNanos(1));
    assertThat(balance(POT)).isEqualTo(100);
    timePassesTo(NOW.plus(TERMS.complaintWindow()));

    expectEnd(TradeOutcome.UNCONTESTED, 0, 90, 10);
  }

  @Test
  void buyerIsRefundedWithoutADelivery() {
    accept();
    timePassesTo(NOW.plus(TERMS.deliveryWindow()));

    expectEnd(TradeOutcome.NOT_DELIVERED, 100, 0, 0);
    assertThat(happened(ListingClosed.class)).isTrue();
  }

  @Test
  void tradeCancelledByBothSidesIsRefundedAndItsListingIsBackOnSale() {
    accept();
    send(new RequestCancellation(TRADE, BUYER, NOW));
    send(new RequestCancellation(TRADE, SELLER, NOW));
    assertThat(happened(ListingReopened.class)).isTrue();
    assertThat(happened(ListingExpired.class)).isFalse();

    expectEnd(TradeOutcome.CANCELLED_BY_BOTH, 100, 0, 0);
    assertThat(happened(ListingExpired.class)).isTrue();
  }

  @Test
  void tradeEndsIfTheBuyerCannotPay() {
    send(new AcceptOffer(TRADE, SELLER, TERMS, NOW));

    expectEnd(TradeOutcome.FUNDS_UNAVAILABLE, 0, 0, 0);
    assertThat(happened(ListingReopened.class)).isTrue();
  }

  @Test
  void disputeStopsTheClockAndTheModeratorReleases() {
    dispute();
    send(resolve(Ruling.RELEASE, null, null));

    expectEnd(TradeOutcome.RULED_RELEASE, 0, 90, 10);
  }

  @Test
  void disputeStopsTheClockAndTheModeratorRefunds() {
    dispute();
    send(resolve(Ruling.REFUND, null, null));

    expectEnd(TradeOutcome.RULED_REFUND, 100, 0, 0);
  }

  @Test
  void disputeStopsTheClockAndTheModeratorSplits() {
    dispute();
    send(resolve(Ruling.SPLIT, 50L, 50L));

    expectEnd(TradeOutcome.RULED_SPLIT, 50, 45, 5);
  }

  @Test
  void undecidedDisputeFollowsTheDefaultRuling() {
    dispute();
    timePassesTo(NOW.plus(TERMS.arbitrationWindow()));

    expectEnd(TradeOutcome.RULED_REFUND, 100, 0, 0);
  }

  @Test
  void deadlineIsHarmlessIfTheSagaHasNotSeenADisputeYet() {
    accept();
    assertThat(commandSide.outcomeOf(new OpenDispute(TRADE, BUYER, null, NOW)))
        .isInstanceOf(Outcome.Done.class);
    Instant late = NOW.plus(TERMS.deliveryWindow());
    sagas.forEach(saga -> saga.whenTimeAdvancesTo(late).expectSuccessfulHandlerExecution());
    settleDown();
    assertThat(balance(POT)).isEqualTo(100);
    send(resolve(Ruling.RELEASE, null, null));

    expectEnd(TradeOutcome.RULED_RELEASE, 0, 90, 10);
  }

  private void dispute() {
    accept();
    send(new RecordDelivery(TRADE, SELLER, null, NOW));
    send(new OpenDispute(TRADE, BUYER, null, NOW));
    timePassesTo(NOW.plus(TERMS.deliveryWindow()));
    assertThat(balance(POT)).isEqualTo(100);
    assertThat(refusalOf(new ConfirmDelivery(TRADE, BUYER, NOW)))
        .isEqualTo(EscrowRejection.ESCROW_DISPUTED);
  }

  private static ResolveDispute resolve(Ruling ruling, Long toSeller, Long toBuyer) {
    return new ResolveDispute(TRADE, ruling, toSeller, toBuyer, MODERATOR, null, NOW);
  }
}
