/** Types that the messages of the ledger context share. */
@NullMarked
package io.playledger.api.ledger;

import org.jspecify.annotations.NullMarked;
