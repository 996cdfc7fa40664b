/** Types that the messages of the market context share. */
@NullMarked
package io.playledger.api.market;

import org.jspecify.annotations.NullMarked;
