/** Amounts of assets between decimal strings and units. */
package io.playledger.web.amount;
