/** Scores on the market day: players score, and the leaderboard ranks them. */
package io.playledger.verification.score;
