/** The activity of players over HTTP. */
package io.playledger.server.feed;
