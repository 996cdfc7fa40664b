/** Types that the messages of the escrow context share. */
@NullMarked
package io.playledger.api.escrow;

import org.jspecify.annotations.NullMarked;
