/**
 * What clients wrote down: what they asked, what was answered, and what stayed open. The checker
 * holds the log against it.
 */
package io.playledger.verification.journal;
