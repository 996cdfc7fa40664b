/** Events of the market context. */
@NullMarked
package io.playledger.api.market.event;

import org.jspecify.annotations.NullMarked;
