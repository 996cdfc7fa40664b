package io.playledger.server.market;

import io.playledger.api.PageOf;
import io.playledger.api.identity.FindPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.query.ListReviews;
import io.playledger.api.market.query.ReviewPage;
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
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Reviews of players. */
@RestController
@Public
@RateLimited(RateGroup.SEARCH)
@Tag(name = "Market")
class ReviewController {

  private final QueryGate queries;
  private final CurrentReads reads;

  ReviewController(QueryGate queries, CurrentReads reads) {
    this.queries = queries;
    this.reads = reads;
  }

  @GetMapping("/api/v1/players/{id}/reviews")
  @Operation(
      summary = "List a player's reviews",
      description = "The newest comes first. Requires no authentication.")
  @Rejects(codes = "PLAYER_NOT_FOUND")
  ResponseEntity<Answer<List<ReviewPage.Entry>>> reviews(
      @PathVariable PlayerId id, PageOf page, MinPosition min) {
    reads.find(new FindPlayer(id), IdentityRejection.PLAYER_NOT_FOUND);
    return queries.list(new ListReviews(id, page), min, page);
  }
}
