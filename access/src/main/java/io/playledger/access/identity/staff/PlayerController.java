package io.playledger.access.identity.staff;

import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerView;
import io.playledger.web.authority.Caller;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Public profiles of players. */
@RestController
@Tag(name = "Accounts")
class PlayerController {

  private final QueryGate queries;

  PlayerController(QueryGate queries) {
    this.queries = queries;
  }

  @GetMapping("/api/v1/players/{id}")
  @Operation(summary = "Retrieve a player's public profile")
  @Rejects(codes = "PLAYER_NOT_FOUND")
  ResponseEntity<Answer<PlayerView>> player(
      @PathVariable PlayerId id, Caller caller, MinPosition min) {
    return queries.find(new FindPlayer(id), min, IdentityRejection.PLAYER_NOT_FOUND);
  }
}
