/** The activity of players over HTTP. */
@NullMarked
package io.playledger.server.feed;

import org.jspecify.annotations.NullMarked;
