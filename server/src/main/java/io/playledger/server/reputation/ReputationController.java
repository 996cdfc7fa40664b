package io.playledger.server.reputation;

import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.reputation.FindReputation;
import io.playledger.api.reputation.ReputationView;
import io.playledger.web.authority.Public;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reputation of players. */
@RestController
@Public
@RateLimited(RateGroup.SEARCH)
@Tag(name = "Reputation")
class ReputationController {

  private final QueryGate queries;
  private final CurrentReads reads;

  ReputationController(QueryGate queries, CurrentReads reads) {
    this.queries = queries;
    this.reads = reads;
  }

  @GetMapping("/api/v1/players/{id}/reputation")
  @Operation(
      summary = "Retrieve a player's reputation",
      description = "Requires no authentication.")
  @Rejects(codes = "PLAYER_NOT_FOUND")
  ResponseEntity<Answer<ReputationView>> reputation(@PathVariable PlayerId id, MinPosition min) {
    reads.find(new FindPlayer(id), IdentityRejection.PLAYER_NOT_FOUND);
    return queries.ask(new FindReputation(id), min);
  }
}
