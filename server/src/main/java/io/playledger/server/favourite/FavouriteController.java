package io.playledger.server.favourite;

import io.playledger.api.PageOf;
import io.playledger.api.favourite.FavouriteCommand;
import io.playledger.api.favourite.FavouriteCommand.MarkFavourite;
import io.playledger.api.favourite.FavouriteCommand.UnmarkFavourite;
import io.playledger.api.favourite.FavouriteQuery.CountFavourites;
import io.playledger.api.favourite.FavouriteQuery.FavouriteCount;
import io.playledger.api.favourite.FavouriteQuery.FavouriteEntry;
import io.playledger.api.favourite.FavouriteQuery.ListFavourites;
import io.playledger.api.favourite.FavouriteTarget;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.query.FindListing;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Public;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.CurrentReads;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Players mark things and find them again. */
@RestController
@RequestMapping("/api/v1/favorites")
@Tag(name = "Favorites")
class FavouriteController {

  private final CommandGate commands;
  private final QueryGate queries;
  private final CurrentReads reads;
  private final Clock clock;

  FavouriteController(CommandGate commands, QueryGate queries, CurrentReads reads, Clock clock) {
    this.commands = commands;
    this.queries = queries;
    this.reads = reads;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      summary = "List my favorites",
      description =
          "The most recent comes first. Without `kind`, all kinds are listed. Requires a signed-in player.")
  ResponseEntity<Answer<List<FavouriteEntry>>> list(
      @RequestParam(required = false) FavouriteTarget.@Nullable Kind kind,
      PageOf page,
      Caller caller,
      MinPosition min) {
    return queries.list(new ListFavourites(caller.player(), kind, page), min, page);
  }

  @PostMapping("/{kind}/{id}")
  @Operation(
      summary = "Add a favorite",
      description = "Adding it again changes nothing. Requires a signed-in player.")
  @Rejects(commands = MarkFavourite.class, codes = "LISTING_NOT_FOUND")
  ResponseEntity<Answer<FavouriteCommand.Receipt>> mark(
      @PathVariable FavouriteTarget.Kind kind, @PathVariable UUID id, CommandCall call) {
    requireThatItExists(kind, id);
    return commands.ok(
        call,
        new MarkFavourite(call.caller().player(), new FavouriteTarget(kind, id), clock.instant()));
  }

  @DeleteMapping("/{kind}/{id}")
  @Operation(summary = "Remove a favorite", description = "Requires a signed-in player.")
  @Rejects(commands = UnmarkFavourite.class)
  ResponseEntity<Answer<FavouriteCommand.Receipt>> unmark(
      @PathVariable FavouriteTarget.Kind kind, @PathVariable UUID id, CommandCall call) {
    return commands.ok(
        call,
        new UnmarkFavourite(
            call.caller().player(), new FavouriteTarget(kind, id), clock.instant()));
  }

  @GetMapping("/{kind}/{id}")
  @Public
  @Operation(summary = "Count the players who favor a thing", description = "Open to everybody.")
  @Rejects(codes = "LISTING_NOT_FOUND")
  ResponseEntity<Answer<FavouriteCount>> count(
      @PathVariable FavouriteTarget.Kind kind, @PathVariable UUID id, MinPosition min) {
    requireThatItExists(kind, id);
    return queries.ask(new CountFavourites(new FavouriteTarget(kind, id)), min);
  }

  private void requireThatItExists(FavouriteTarget.Kind kind, UUID id) {
    switch (kind) {
      case LISTING ->
          reads.find(new FindListing(new ListingId(id)), MarketRejection.LISTING_NOT_FOUND);
    }
  }
}
