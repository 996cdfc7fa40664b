/** Amounts of assets between decimal strings and units. */
@NullMarked
package io.playledger.web.amount;

import org.jspecify.annotations.NullMarked;
