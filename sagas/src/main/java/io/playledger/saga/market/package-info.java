/** Expires listings. */
@NullMarked
package io.playledger.saga.market;

import org.jspecify.annotations.NullMarked;
