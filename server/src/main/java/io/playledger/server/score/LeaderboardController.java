package io.playledger.server.score;

import io.playledger.api.AsOf;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.FindLeaderboard;
import io.playledger.api.score.LeaderboardView;
import io.playledger.web.authority.Public;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Public leaderboards. */
@RestController
@RequestMapping("/api/v1")
@Public
@RateLimited(RateGroup.SEARCH)
@Tag(name = "Scores")
class LeaderboardController {

  private static final int TOP = 10;

  private final QueryGate queries;

  LeaderboardController(QueryGate queries) {
    this.queries = queries;
  }

  @GetMapping("/leaderboard")
  @Operation(summary = "Retrieve the global top 10", description = "Requires no authentication.")
  ResponseEntity<Answer<LeaderboardView>> top(MinPosition min) {
    return queries.ask(new FindLeaderboard(BoardId.GLOBAL, TOP, AsOf.latest()), min);
  }

  @GetMapping("/leaderboards/{board}")
  @Operation(
      summary = "Retrieve a leaderboard",
      description =
          "Sorted by score, then by who reached it first, then by id. `asOf` is an"
              + " instant or a log position. Requires no authentication.")
  ResponseEntity<Answer<LeaderboardView>> board(
      @PathVariable BoardId board,
      @RequestParam(defaultValue = "10") @Min(1) @Max(100) int limit,
      @RequestParam(required = false) @Nullable AsOf asOf,
      MinPosition min) {
    return queries.ask(new FindLeaderboard(board, limit, asOf == null ? AsOf.latest() : asOf), min);
  }
}
