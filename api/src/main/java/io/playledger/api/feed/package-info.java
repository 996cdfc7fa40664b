/** Queries about the activity of players, and their answers. */
@NullMarked
package io.playledger.api.feed;

import org.jspecify.annotations.NullMarked;
