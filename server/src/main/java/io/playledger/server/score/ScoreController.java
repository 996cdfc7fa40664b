package io.playledger.server.score;

import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerView;
import io.playledger.api.identity.Role;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.FindRank;
import io.playledger.api.score.IncrementScore;
import io.playledger.api.score.ListScoreHistory;
import io.playledger.api.score.RankView;
import io.playledger.api.score.ScoreHistoryPage;
import io.playledger.api.score.ScoreReceipt;
import io.playledger.web.authority.AcceptsApiKey;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.Scope;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.limit.RateLimiter;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Scores, which admins and game servers report and players read. */
@RestController
@RequestMapping("/api/v1/scores")
@Tag(name = "Scores")
class ScoreController {

  private final CommandGate commands;
  private final QueryGate queries;
  private final CurrentReads reads;
  private final RateLimiter limits;
  private final Clock clock;

  ScoreController(
      CommandGate commands,
      QueryGate queries,
      CurrentReads reads,
      RateLimiter limits,
      Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.reads = reads;
    this.limits = limits;
    this.clock = clock;
  }

  @PostMapping("/update")
  @AcceptsApiKey(
      value = Scope.SCORES_ISSUE,
      ownerRoles = {Role.DEVELOPER, Role.SERVER_OWNER})
  @RequiresRole(Role.ADMIN)
  @RateLimited(RateGroup.SCORES)
  @Operation(
      summary = "Increment a player's score",
      description =
          "Requires the role admin, or an API key of a developer or server owner with the"
              + " scope scores:issue.")
  @Rejects(
      commands = IncrementScore.class,
      codes = {"PLAYER_ERASED", "PLAYER_NOT_FOUND"})
  ResponseEntity<Answer<ScoreReceipt>> update(
      @Valid @RequestBody ScoreBody body, CommandCall call) {
    limits.spendOn(RateGroup.SCORES, body.playerId());
    PlayerView player =
        reads.find(new FindPlayer(body.playerId()), IdentityRejection.PLAYER_NOT_FOUND);
    if (player.erased()) {
      throw new CommandRejected(IdentityRejection.PLAYER_ERASED);
    }
    return commands.ok(
        call, new IncrementScore(body.playerId(), body.board(), body.delta(), clock.instant()));
  }

  @GetMapping("/me")
  @AcceptsApiKey(Scope.SCORES_READ)
  @Operation(
      summary = "Retrieve my place on a leaderboard",
      description =
          "Requires a signed-in player. If you have no score on it, the reply is" + " NOT_FOUND.")
  @Rejects(codes = "NOT_FOUND")
  ResponseEntity<Answer<RankView>> mine(
      @RequestParam(defaultValue = "global") BoardId board, Caller caller, MinPosition min) {
    Reading<@Nullable RankView> reading = queries.read(new FindRank(board, caller.player()), min);
    if (reading.value() == null) {
      throw ApiProblem.of(TransportCode.NOT_FOUND, "You have no score on this board yet.");
    }
    return reading.answer(reading.value());
  }

  @GetMapping("/history")
  @AcceptsApiKey(Scope.SCORES_READ)
  @Operation(
      summary = "List my score history",
      description = "The newest comes first. Requires a signed-in player.")
  ResponseEntity<Answer<List<ScoreHistoryPage.Entry>>> history(
      @RequestParam(defaultValue = "global") BoardId board,
      PageOf page,
      Caller caller,
      MinPosition min) {
    return queries.list(new ListScoreHistory(caller.player(), board, page), min, page);
  }
}
