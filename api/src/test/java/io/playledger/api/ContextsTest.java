package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.market.query.FindListing;
import io.playledger.api.market.query.ListingView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContextsTest {

  private static final Path SOURCES = Path.of("src/main/java/io/playledger/api");

  static List<Context> contexts() {
    return Contexts.all();
  }

  @Test
  void everyPackageOfTheApiIsARegisteredContext() throws IOException {
    try (Stream<Path> folders = Files.list(SOURCES)) {
      assertThat(folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Contexts.all().stream().map(Context::name).collect(Collectors.toSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void everyParentInThePackageOfAContextIsRegistered(Context context) throws IOException {
    List<String> kinds = List.of("Command", "Event", "Query", "Rejection");
    try (Stream<Path> sources = Files.walk(SOURCES.resolve(context.name()))) {
      assertThat(context.parents().stream().map(Class::getSimpleName))
          .containsExactlyInAnyOrderElementsOf(
              sources
                  .map(source -> source.getFileName().toString().replace(".java", ""))
                  .filter(name -> kinds.contains(name.replaceFirst(context.prefix(), "")))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void contextsKnowOnlyContextsRegisteredBeforeThem(Context context) {
    int place = Contexts.all().indexOf(context);
    assertThat(Contexts.all().subList(0, place).stream().map(Context::name))
        .containsAll(context.knows());
  }

  @Test
  void namesOfEventsAreTheirContextAndSimpleName() {
    assertThat(Contexts.eventNames())
        .containsEntry("ledger.TransactionPosted", TransactionPosted.class);
  }

  @Test
  void codesOfRejectionsAreUniqueOverAllContexts() {
    Set<String> codes = new HashSet<>();
    for (Context context : Contexts.all()) {
      context
          .rejections()
          .forEach(code -> assertThat(codes.add(code.name())).as(code.name()).isTrue());
    }
    assertThat(codes).contains("INSUFFICIENT_FUNDS", "LISTING_NOT_FOUND", "API_KEY_NOT_FOUND");
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void everyCommandNamesTheClassOfItsAnswer(Context context) {
    context.commands().forEach(command -> assertThat(Command.answerType(command)).isNotNull());
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void everyQueryNamesTheClassOfItsAnswer(Context context) {
    context.queries().forEach(query -> assertThat(TypeArguments.ofQuery(query)).isNotNull());
  }

  @Test
  void answerOfAQueryIsItsTypeArgument() {
    assertThat(TypeArguments.ofQuery(FindListing.class)).isEqualTo(ListingView.class);
  }

  @Test
  void missingPartIsEmptyAndPartOfAnotherTypeIsRefused() {
    Context ledger =
        Contexts.all().stream().filter(c -> c.name().equals("ledger")).findAny().orElseThrow();

    assertThat(ledger.part("io.playledger.api", "Nothing", Object.class)).isEmpty();
    assertThatThrownBy(() -> ledger.part("io.playledger.api", "Rejection", Runnable.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("io.playledger.api.ledger.LedgerRejection");
  }
}
