package io.playledger.server.feed;

import io.playledger.api.PageOf;
import io.playledger.api.feed.ActivityPage;
import io.playledger.api.feed.ListActivity;
import io.playledger.web.authority.Caller;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The activity of the caller. */
@RestController
@Tag(name = "Feed")
class FeedController {

  private final QueryGate queries;

  FeedController(QueryGate queries) {
    this.queries = queries;
  }

  @GetMapping("/api/v1/feed")
  @Operation(
      summary = "List my activity",
      description = "The newest comes first. Requires a signed-in player.")
  ResponseEntity<Answer<List<ActivityPage.Entry>>> feed(
      PageOf page, Caller caller, MinPosition min) {
    return queries.list(new ListActivity(caller.player(), page), min, page);
  }
}
