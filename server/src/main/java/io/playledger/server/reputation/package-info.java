/** Reputation over HTTP. */
package io.playledger.server.reputation;
