/** Scores and leaderboards over HTTP. */
@NullMarked
package io.playledger.server.score;

import org.jspecify.annotations.NullMarked;
