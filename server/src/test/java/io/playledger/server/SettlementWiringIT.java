package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.api.AsOf;
import io.playledger.api.Command;
import io.playledger.api.MetadataKeys;
import io.playledger.api.PersonalTexts;
import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.OpenDispute;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.query.FindEscrow;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.ledger.query.FindTrialBalance;
import io.playledger.api.ledger.query.FindWallet;
import io.playledger.api.ledger.query.WalletView;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import io.playledger.api.market.command.AcceptOffer;
import io.playledger.api.market.command.CreateListing;
import io.playledger.api.market.command.MakeOffer;
import io.playledger.api.market.query.FindTrade;
import io.playledger.api.market.query.TradeView;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.http.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Aggregates, saga, deadlines and projections as the server wires them: a trade is settled
 * automatically in every case.
 */
@Isolated("moves the clock of the shared server")
class SettlementWiringIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final AssetCode GOLD = new AssetCode("GOLD");
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Commands commands = SERVER.bean(Commands.class);
  private final QueryGate queries = SERVER.bean(QueryGate.class);
  private final PersonalTexts texts = SERVER.bean(PersonalTexts.class);
  private PlayerId seller;
  private PlayerId buyer;

  @BeforeEach
  void players() {
    seller = PlayerId.of(SERVER.newPlayer().id());
    buyer = PlayerId.of(SERVER.newPlayer().id());
    send(
        new CreditWallet(
            new TransactionId(Ids.next()),
            buyer,
            new Amount(GOLD, 1_000),
            TransactionType.DEPOSIT,
            AccountId.MINT,
            false,
            texts.protect(buyer.value(), "for a test"),
            now()));
  }

  @Test
  void confirmedTradePaysTheSellerMinusTheFee() {
    TradeId trade = funded(terms());
    send(new RecordDelivery(trade, seller, texts.protect(seller.value(), "proof"), now()));
    send(new ConfirmDelivery(trade, buyer, now()));

    ends(trade, TradeOutcome.CONFIRMED, EscrowStatus.RELEASED);
    awaitGold(seller, "380");
    awaitGold(buyer, "600");
    booksBalance();
  }

  @Test
  void tradeWithoutComplaintPaysTheSellerAfterTheWindow() {
    TradeId trade = funded(terms());
    send(new RecordDelivery(trade, seller, texts.protect(seller.value(), "proof"), now()));

    SERVER.passes(WINDOW);
    ends(trade, TradeOutcome.UNCONTESTED, EscrowStatus.RELEASED);
    awaitGold(seller, "380");
  }

  @Test
  void tradeWithoutDeliveryInTimeIsRefunded() {
    TradeId trade = funded(terms());

    SERVER.passes(WINDOW);
    ends(trade, TradeOutcome.NOT_DELIVERED, EscrowStatus.REFUNDED);
    awaitGold(buyer, "1000");
    booksBalance();
  }

  @Test
  void undecidedDisputeEndsByTheDefaultRuling() {
    TradeId trade = funded(terms());
    send(new RecordDelivery(trade, seller, texts.protect(seller.value(), "proof"), now()));
    send(new OpenDispute(trade, buyer, texts.protect(buyer.value(), "broken"), now()));

    SERVER.passes(WINDOW);
    ends(trade, TradeOutcome.RULED_REFUND, EscrowStatus.REFUNDED);
    awaitGold(buyer, "1000");
  }

  private TradeId funded(TradeTerms terms) {
    ListingId listing = new ListingId(Ids.next());
    TradeId trade = new TradeId(Ids.next());
    send(
        new CreateListing(
            listing,
            seller,
            "skyhold",
            texts.protect(seller.value(), "A sword"),
            null,
            new Amount(GOLD, 400),
            now().plus(1, ChronoUnit.DAYS),
            now()));
    send(new MakeOffer(trade, listing, buyer, new Amount(GOLD, 400), null, now()));
    send(new AcceptOffer(trade, seller, terms, now()));
    await()
        .atMost(PATIENCE)
        .until(() -> queries.read(new FindEscrow(trade), MinPosition.NONE).value() != null);
    return trade;
  }

  private void ends(TradeId trade, TradeOutcome outcome, EscrowStatus status) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(queries.read(new FindTrade(trade), MinPosition.NONE).value())
                  .as("the market's tables may follow those of the escrow")
                  .isNotNull()
                  .returns(outcome, TradeView::outcome);
              assertThat(queries.read(new FindEscrow(trade), MinPosition.NONE).value().status())
                  .isEqualTo(status);
            });
    assertThat(queries.read(new FindEscrow(trade), MinPosition.NONE).value().balance())
        .isEqualTo("0");
  }

  /** The ledger's tables may follow those of the market. */
  private void awaitGold(PlayerId player, String units) {
    await().atMost(PATIENCE).until(() -> gold(player), units::equals);
  }

  private String gold(PlayerId player) {
    WalletView wallet =
        queries.read(new FindWallet(player, AsOf.latest()), MinPosition.NONE).value();
    return wallet.balances().stream()
        .filter(balance -> balance.asset().equals(GOLD))
        .map(WalletView.Balance::available)
        .findFirst()
        .orElse("0");
  }

  private void booksBalance() {
    assertThat(queries.read(new FindTrialBalance(AsOf.latest()), MinPosition.NONE).value().lines())
        .isNotEmpty()
        .allMatch(line -> line.total().matches("0(\\.0+)?"));
  }

  private static TradeTerms terms() {
    return new TradeTerms(500, WINDOW, WINDOW, WINDOW, Ruling.REFUND);
  }

  private void send(Command<?> command) {
    String id = Ids.next().toString();
    commands.send(
        CommandRequest.unkeyed(
            command,
            Map.of(
                MetadataKeys.ACTOR_ID, "test",
                MetadataKeys.ACTOR_ROLE, "player",
                MetadataKeys.REQUEST_ID, id,
                MetadataKeys.CORRELATION_ID, id,
                MetadataKeys.CAUSATION_ID, id)));
  }

  private static Instant now() {
    return SERVER.now();
  }
}
