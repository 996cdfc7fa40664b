/**
 * Updates of accounts from the log: an account reads the events of its player after each command.
 */
@NullMarked
package io.playledger.access.identity.following;

import org.jspecify.annotations.NullMarked;
