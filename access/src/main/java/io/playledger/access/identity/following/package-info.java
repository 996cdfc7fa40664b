/** What an account learns from the log: it reads the events of its player after each command. */
package io.playledger.access.identity.following;
