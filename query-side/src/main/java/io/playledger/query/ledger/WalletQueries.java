package io.playledger.query.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Asset.ASSET;
import static io.playledger.projection.jooq.tables.Hold.HOLD;
import static io.playledger.projection.jooq.tables.Posting.POSTING;
import static io.playledger.projection.jooq.tables.Wallet.WALLET;

import io.playledger.api.AsOf;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.query.AssetList;
import io.playledger.api.ledger.query.FindWallet;
import io.playledger.api.ledger.query.ListAssets;
import io.playledger.api.ledger.query.WalletView;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.query.Moment;
import io.playledger.query.QueryTools;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries about balances and assets. */
final class WalletQueries {

  private final DSLContext sql;
  private final Decimals decimals;

  WalletQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.decimals = tools.decimals();
  }

  @QueryHandler
  AssetList answer(ListAssets query) {
    return new AssetList(
        sql.select(ASSET.CODE, ASSET.SCALE, ASSET.TRANSFERABLE, ASSET.MINT_LIMIT_UNITS)
            .from(ASSET)
            .orderBy(ASSET.CODE)
            .fetch(
                row ->
                    new AssetList.AssetView(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        decimals.ofNullable(row.value1(), row.value4()))));
  }

  @QueryHandler
  @Nullable WalletView answer(FindWallet query) {
    boolean open =
        sql.fetchExists(
            WALLET,
            WALLET.OWNER.eq(query.owner()),
            Moment.reached(query.asOf(), WALLET.POSITION, WALLET.OPENED_AT));
    if (!open) {
      return null;
    }
    List<WalletView.Balance> balances = new ArrayList<>();
    if (query.asOf() instanceof AsOf.Latest) {
      sql.select(ACCOUNT_BALANCE.ASSET, ACCOUNT_BALANCE.POSTED, ACCOUNT_BALANCE.HELD)
          .from(ACCOUNT_BALANCE)
          .where(ACCOUNT_BALANCE.ACCOUNT.eq(AccountId.wallet(query.owner())))
          .orderBy(ACCOUNT_BALANCE.ASSET)
          .forEach(row -> balances.add(balance(row.value1(), row.value2(), row.value3())));
    } else {
      Map<AssetCode, BigInteger> held = heldAt(query.owner(), query.asOf());
      postedAt(query.owner(), query.asOf())
          .forEach(
              (asset, posted) ->
                  balances.add(balance(asset, posted, held.getOrDefault(asset, BigInteger.ZERO))));
    }
    return new WalletView(query.owner(), balances);
  }

  private WalletView.Balance balance(AssetCode asset, BigInteger posted, BigInteger held) {
    return new WalletView.Balance(
        asset,
        decimals.of(asset, posted),
        decimals.of(asset, held),
        decimals.of(asset, posted.subtract(held)));
  }

  /** The balance after the last posting of each asset at that moment. */
  private Map<AssetCode, BigInteger> postedAt(PlayerId owner, AsOf asOf) {
    Map<AssetCode, BigInteger> posted = new TreeMap<>();
    sql.select(POSTING.ASSET, POSTING.BALANCE_AFTER)
        .distinctOn(POSTING.ASSET)
        .from(POSTING)
        .where(POSTING.ACCOUNT.eq(AccountId.wallet(owner)))
        .and(Moment.reached(asOf, POSTING.POSITION, POSTING.AT))
        .orderBy(POSTING.ASSET, POSTING.POSITION.desc(), POSTING.LINE.desc())
        .forEach(row -> posted.put(row.value1(), row.value2()));
    return posted;
  }

  private Map<AssetCode, BigInteger> heldAt(PlayerId owner, AsOf asOf) {
    Map<AssetCode, BigInteger> held = new TreeMap<>();
    sql.select(HOLD.ASSET, DSL.sum(HOLD.UNITS))
        .from(HOLD)
        .where(HOLD.OWNER.eq(owner))
        .and(Moment.reached(asOf, HOLD.PLACED_POSITION, HOLD.PLACED_AT))
        .and(Moment.notYet(asOf, HOLD.ENDED_POSITION, HOLD.ENDED_AT))
        .groupBy(HOLD.ASSET)
        .forEach(row -> held.put(row.value1(), row.value2().toBigIntegerExact()));
    return held;
  }
}
