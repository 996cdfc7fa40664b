package io.playledger.api.ledger.query;

/** Every asset, by code. */
public record ListAssets() implements LedgerQuery<AssetList> {}
