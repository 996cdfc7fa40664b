package io.playledger.server.market;

import io.playledger.api.CommandRejected;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.MarketRejection;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingPage;
import io.playledger.api.market.query.ListingView;
import io.playledger.web.amount.Amounts;
import io.playledger.web.authority.Public;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.Pagination;
import io.playledger.web.call.QueryGate;
import io.playledger.web.call.Reading;
import io.playledger.web.http.Headers;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Public listings. */
@RestController
@RequestMapping("/api/v1/listings")
@Public
@RateLimited(RateGroup.SEARCH)
@Tag(name = "Market")
class CatalogueController {

  private final QueryGate queries;
  private final Amounts amounts;
  private final Clock clock;

  CatalogueController(QueryGate queries, Amounts amounts, Clock clock) {
    this.queries = queries;
    this.amounts = amounts;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      summary = "Search listings",
      description =
          "Searches by text (typos are tolerated), game, price and seller. Page by `page`"
              + " or by `cursor`. Requires no authentication.")
  @Rejects(codes = {"AMOUNT_OUT_OF_RANGE", "AMOUNT_TOO_PRECISE", "ASSET_NOT_FOUND"})
  ResponseEntity<CatalogueAnswer> search(
      @ParameterObject @Valid ListingSearch search, MinPosition min) {
    Reading<ListingPage> reading = queries.read(search.query(amounts), min);
    ListingPage found = reading.value();
    return ResponseEntity.ok()
        .header(Headers.POSITION, Long.toString(reading.position()))
        .body(
            new CatalogueAnswer(
                true,
                found.items(),
                new CatalogueAnswer.Facets(found.games()),
                reading.position(),
                pagination(search, found),
                clock.instant()));
  }

  @GetMapping("/{id}")
  @Operation(
      summary = "Retrieve a listing",
      description = "Send the ETag as If-Match to edit the listing. Requires no authentication.")
  @Rejects(codes = "LISTING_NOT_FOUND")
  ResponseEntity<Answer<ListingView>> listing(@PathVariable ListingId id, MinPosition min) {
    Reading<@Nullable ListingView> reading = queries.read(new FindListing(id), min);
    if (reading.value() == null) {
      throw new CommandRejected(MarketRejection.LISTING_NOT_FOUND);
    }
    return ETags.of(reading.value().version(), reading.answer(reading.value()));
  }

  private static Pagination pagination(ListingSearch search, ListingPage found) {
    return search.cursor() == null || search.cursor().isBlank()
        ? Pagination.catalogue(search.limit(), found.nextCursor(), search.page(), found.total())
        : Pagination.cursor(search.limit(), found.nextCursor());
  }
}
