/**
 * The bank test: many transfers between a few hot accounts and many cold ones, a fifth of them sent
 * again in every way a client may, while somebody adds all balances up over and over.
 */
package io.playledger.verification.bank;
