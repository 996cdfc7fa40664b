/** Amounts as decimal strings, by scales that never change; used by commands and by reads. */
package io.playledger.api.ledger.scale;
