package io.playledger.command.favourite;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.NOW;

import io.playledger.api.favourite.FavouriteCommand;
import io.playledger.api.favourite.FavouriteCommand.MarkFavourite;
import io.playledger.api.favourite.FavouriteCommand.Receipt;
import io.playledger.api.favourite.FavouriteCommand.UnmarkFavourite;
import io.playledger.api.favourite.FavouriteEvent.FavouriteMarked;
import io.playledger.api.favourite.FavouriteEvent.FavouriteUnmarked;
import io.playledger.api.favourite.FavouriteRejection;
import io.playledger.api.favourite.FavouriteTarget;
import io.playledger.command.CommandFixture;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlayerFavouritesTest {

  private static final FavouriteTarget SWORD = listing(1);

  private final CommandFixture fixture = new CommandFixture();

  private static FavouriteTarget listing(int number) {
    return new FavouriteTarget(FavouriteTarget.Kind.LISTING, new UUID(0, number));
  }

  private static MarkFavourite mark(FavouriteTarget target) {
    return new MarkFavourite(ANNA, target, NOW);
  }

  private static UnmarkFavourite unmark(FavouriteTarget target) {
    return new UnmarkFavourite(ANNA, target, NOW);
  }

  @Test
  void markingAThingStoresIt() {
    fixture
        .when(mark(SWORD))
        .expectEvents(new FavouriteMarked(ANNA, SWORD, NOW))
        .expectAnswer(new Receipt(SWORD, true, 1));
  }

  @Test
  void markingAThingAgainStoresNothing() {
    fixture
        .given(mark(SWORD))
        .when(mark(SWORD))
        .expectNothingStored()
        .expectAnswer(new Receipt(SWORD, true, 1));
  }

  @Test
  void unmarkingAThingStoresIt() {
    fixture
        .given(mark(SWORD), mark(listing(2)))
        .when(unmark(SWORD))
        .expectEvents(new FavouriteUnmarked(ANNA, SWORD, NOW))
        .expectAnswer(new Receipt(SWORD, false, 1));
  }

  @Test
  void unmarkingAThingThatIsNotMarkedIsRejected() {
    fixture.when(unmark(SWORD)).expectRejection(FavouriteRejection.FAVOURITE_NOT_FOUND);
    fixture
        .given(mark(SWORD), unmark(SWORD))
        .when(unmark(SWORD))
        .expectRejection(FavouriteRejection.FAVOURITE_NOT_FOUND);
  }

  @Test
  void theThousandthThingIsMarkedAndTheNextIsRejectedUntilOneIsUnmarked() {
    IntStream.range(1, FavouriteCommand.FAVOURITES_MAX)
        .forEach(number -> fixture.given(mark(listing(number))));

    fixture.given(mark(listing(1_000)));
    fixture.when(mark(listing(1_001))).expectRejection(FavouriteRejection.FAVOURITE_LIMIT_REACHED);
    fixture
        .given(unmark(SWORD))
        .when(mark(listing(1_001)))
        .expectAnswer(new Receipt(listing(1_001), true, 1_000));
  }
}
