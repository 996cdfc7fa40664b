/**
 * The bank test: many transfers between a few hot accounts and many cold ones, a fifth of them
 * repeated in every way, while all balances are summed over and over.
 */
@NullMarked
package io.playledger.verification.bank;

import org.jspecify.annotations.NullMarked;
