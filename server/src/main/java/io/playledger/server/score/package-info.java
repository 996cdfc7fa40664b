/** Scores and leaderboards over HTTP. */
package io.playledger.server.score;
