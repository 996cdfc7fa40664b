package io.playledger.api.ledger;

/** Every asset, by code. */
public record ListAssets() implements LedgerQuery<AssetList> {}
