/**
 * Updates of accounts from the log: an account reads the events of its player after each command.
 */
package io.playledger.access.identity.following;
