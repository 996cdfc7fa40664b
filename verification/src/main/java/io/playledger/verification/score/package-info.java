/** Scores on the market day: players score, and the leaderboard ranks them. */
@NullMarked
package io.playledger.verification.score;

import org.jspecify.annotations.NullMarked;
