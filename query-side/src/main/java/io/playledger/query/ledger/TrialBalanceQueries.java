package io.playledger.query.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Posting.POSTING;

import io.playledger.api.AsOf;
import io.playledger.api.ledger.AccountKind;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.query.FindTrialBalance;
import io.playledger.api.ledger.query.TrialBalanceView;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.query.Moment;
import io.playledger.query.QueryTools;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Answers queries about the trial balance. */
final class TrialBalanceQueries {

  private final DSLContext sql;
  private final Decimals decimals;

  TrialBalanceQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.decimals = tools.decimals();
  }

  @QueryHandler
  TrialBalanceView answer(FindTrialBalance query) {
    Map<AssetCode, Map<AccountKind, BigInteger>> sums = new TreeMap<>();
    if (query.asOf() instanceof AsOf.Latest) {
      sql.select(ACCOUNT_BALANCE.ASSET, ACCOUNT_BALANCE.KIND, DSL.sum(ACCOUNT_BALANCE.POSTED))
          .from(ACCOUNT_BALANCE)
          .groupBy(ACCOUNT_BALANCE.ASSET, ACCOUNT_BALANCE.KIND)
          .forEach(row -> add(sums, row.value1(), row.value2(), row.value3()));
    } else {
      Field<String> prefix =
          DSL.splitPart(POSTING.ACCOUNT.coerce(String.class), DSL.inline(":"), DSL.inline(1));
      sql.select(POSTING.ASSET, prefix, DSL.sum(POSTING.UNITS))
          .from(POSTING)
          .where(Moment.reached(query.asOf(), POSTING.POSITION, POSTING.AT))
          .groupBy(POSTING.ASSET, prefix)
          .forEach(
              row -> add(sums, row.value1(), AccountKind.ofPrefix(row.value2()), row.value3()));
    }
    List<TrialBalanceView.Line> lines = new ArrayList<>();
    sums.forEach((asset, byKind) -> lines.add(line(asset, byKind)));
    return new TrialBalanceView(lines);
  }

  private static void add(
      Map<AssetCode, Map<AccountKind, BigInteger>> sums,
      AssetCode asset,
      AccountKind kind,
      BigDecimal units) {
    sums.computeIfAbsent(asset, _ -> new EnumMap<>(AccountKind.class))
        .put(kind, units.toBigIntegerExact());
  }

  private TrialBalanceView.Line line(AssetCode asset, Map<AccountKind, BigInteger> byKind) {
    BigInteger total = byKind.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    return new TrialBalanceView.Line(
        asset,
        sum(asset, byKind, AccountKind.WALLET),
        sum(asset, byKind, AccountKind.ESCROW),
        sum(asset, byKind, AccountKind.SYSTEM),
        decimals.of(asset, total));
  }

  private String sum(AssetCode asset, Map<AccountKind, BigInteger> byKind, AccountKind kind) {
    return decimals.of(asset, byKind.getOrDefault(kind, BigInteger.ZERO));
  }
}
