/** The market as raw events tell it: listings that must expire. */
package io.playledger.verification.proof.market;
