/**
 * Escrow on the market day: disputes and rulings; each trade ended as planned or by a window that
 * had ended.
 */
@NullMarked
package io.playledger.verification.escrow;

import org.jspecify.annotations.NullMarked;
