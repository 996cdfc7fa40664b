/** The market as raw events tell it: listings that must expire. */
@NullMarked
package io.playledger.verification.proof.market;

import org.jspecify.annotations.NullMarked;
