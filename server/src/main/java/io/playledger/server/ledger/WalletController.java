package io.playledger.server.ledger;

import io.playledger.access.audit.AuditTrail;
import io.playledger.api.AsOf;
import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.query.BalanceExplanation;
import io.playledger.api.ledger.query.ExplainBalance;
import io.playledger.api.ledger.query.FindTransaction;
import io.playledger.api.ledger.query.FindWallet;
import io.playledger.api.ledger.query.ListTransactions;
import io.playledger.api.ledger.query.TransactionPage;
import io.playledger.api.ledger.query.TransactionView;
import io.playledger.api.ledger.query.WalletView;
import io.playledger.web.amount.Amounts;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Scope;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.Pagination;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Balances and transactions of players. */
@RestController
@RequestMapping("/api/v1/wallet")
@Tag(name = "Ledger")
class WalletController {

  private final QueryGate queries;
  private final Amounts amounts;
  private final AuditTrail audit;

  WalletController(QueryGate queries, Amounts amounts, AuditTrail audit) {
    this.queries = queries;
    this.amounts = amounts;
    this.audit = audit;
  }

  @GetMapping
  @AcceptsApiKey(Scope.WALLET_READ)
  @Operation(
      summary = "Retrieve my wallet",
      description =
          "Requires a signed-in player. Returns the posted, held and available balance of"
              + " each asset. `asOf` is an instant or a log position.")
  @Rejects(codes = "WALLET_NOT_FOUND")
  ResponseEntity<Answer<WalletView>> wallet(
      @RequestParam(required = false) @Nullable AsOf asOf, Caller caller, MinPosition min) {
    return queries.find(wallet(caller, asOf), min, LedgerRejection.WALLET_NOT_FOUND);
  }

  @GetMapping("/balance")
  @AcceptsApiKey(Scope.WALLET_READ)
  @Operation(
      summary = "Retrieve my balance of an asset",
      description = "Requires a signed-in player.")
  @Rejects(codes = {"ASSET_NOT_FOUND", "WALLET_NOT_FOUND"})
  ResponseEntity<Answer<WalletView.Balance>> balance(
      @RequestParam String asset,
      @RequestParam(required = false) @Nullable AsOf asOf,
      Caller caller,
      MinPosition min) {
    Asset wanted = amounts.registered(asset).asset();
    Reading<@Nullable WalletView> reading = queries.read(wallet(caller, asOf), min);
    if (reading.value() == null) {
      throw new CommandRejected(LedgerRejection.WALLET_NOT_FOUND);
    }
    return reading.answer(
        reading.value().balances().stream()
            .filter(balance -> balance.asset().equals(wanted.code()))
            .findFirst()
            .orElseGet(() -> nothing(wanted)));
  }

  @GetMapping("/transactions")
  @AcceptsApiKey(Scope.WALLET_READ)
  @Operation(
      summary = "List my transactions",
      description = "The newest comes first. Requires a signed-in player.")
  @Rejects(codes = "ASSET_NOT_FOUND")
  ResponseEntity<Answer<List<TransactionPage.Entry>>> transactions(
      @RequestParam(required = false) @Nullable String asset,
      @RequestParam(required = false) @Nullable TransactionType type,
      PageOf page,
      Caller caller,
      MinPosition min) {
    return queries.list(
        new ListTransactions(
            caller.player(), asset == null ? null : amounts.asset(asset), type, page),
        min,
        page);
  }

  @GetMapping("/transactions/{id}")
  @AcceptsApiKey(Scope.WALLET_READ)
  @Operation(
      summary = "Retrieve a transaction",
      description =
          "Returns the transaction with all its postings. Visible to the owners of the"
              + " affected wallets, admins and auditors; each access by anybody but the owners"
              + " is recorded in the audit log.")
  @Rejects(codes = "TRANSACTION_NOT_FOUND")
  ResponseEntity<Answer<TransactionView>> transaction(
      @PathVariable TransactionId id, Caller caller, MinPosition min) {
    Reading<@Nullable TransactionView> reading = queries.read(new FindTransaction(id), min);
    if (reading.value() == null || !maySee(reading.value(), caller)) {
      throw new CommandRejected(LedgerRejection.TRANSACTION_NOT_FOUND);
    }
    if (!moved(reading.value(), caller)) {
      audit.viewed(caller, "transaction/" + id);
    }
    return reading.answer(reading.value());
  }

  @GetMapping("/explain")
  @AcceptsApiKey(Scope.WALLET_READ)
  @Operation(
      summary = "Explain my balance of an asset",
      description =
          "Lists the postings that add up to the balance, the oldest first. Requires a"
              + " signed-in player.")
  @Rejects(codes = "ASSET_NOT_FOUND")
  ResponseEntity<Answer<ExplanationView>> explain(
      @RequestParam String asset, PageOf page, Caller caller, MinPosition min) {
    Reading<BalanceExplanation> reading =
        queries.read(new ExplainBalance(caller.player(), amounts.asset(asset), page), min);
    BalanceExplanation found = reading.value();
    return reading.answer(
        new ExplanationView(found.asset(), found.posted(), found.items()),
        Pagination.cursor(page.limit(), found.nextCursor()));
  }

  private static FindWallet wallet(Caller caller, @Nullable AsOf asOf) {
    return new FindWallet(caller.player(), asOf == null ? AsOf.latest() : asOf);
  }

  private static WalletView.Balance nothing(Asset asset) {
    String zero = asset.toDecimal(0);
    return new WalletView.Balance(asset.code(), zero, zero, zero);
  }

  private static boolean maySee(TransactionView transaction, Caller caller) {
    return caller.hasAny(Role.ADMIN, Role.AUDITOR) || moved(transaction, caller);
  }

  private static boolean moved(TransactionView transaction, Caller caller) {
    AccountId own = AccountId.wallet(caller.player());
    return transaction.postings().stream().anyMatch(line -> line.account().equals(own));
  }
}
