/**
 * The market on the market day: items are listed, found, offered for and traded; plans say how each
 * trade goes.
 */
@NullMarked
package io.playledger.verification.market;

import org.jspecify.annotations.NullMarked;
