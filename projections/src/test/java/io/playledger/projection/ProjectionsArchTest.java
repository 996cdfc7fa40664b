package io.playledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.Event;
import io.playledger.runtime.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProjectionsArchTest {

  private static final String HERE = ReadModel.MODULE + ".";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ReadModel.MODULE);

  @Test
  void everyPackageBelongsToARegisteredContext() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(HERE) && !name.startsWith(HERE + "jooq"))
            .map(name -> name.substring(HERE.length()))
            .collect(Collectors.toSet());

    assertThat(Contexts.all().stream().map(Context::name)).containsAll(packages);
  }

  @Test
  void everyProjectionIsFoundByItsContext() {
    assertThat(Contexts.all().stream().map(ReadModel::projection).flatMap(Optional::stream))
        .extracting(Class::getName)
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Projection.class))
                .map(JavaClass::getName)
                .toList());
  }

  @Test
  void everyProjectionHasTheNameOfItsContext() {
    for (Context context : Contexts.all()) {
      ReadModel.projection(context)
          .ifPresent(
              type ->
                  assertThat(type.getAnnotation(Projection.class).name())
                      .isEqualTo(context.name()));
    }
  }

  @Test
  void allFeedEntriesAreFoundByTheirContext() {
    assertThat(Contexts.parts(ReadModel.MODULE, "Activity", FeedEntries.class))
        .extracting(part -> part.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream()
                .filter(type -> type.isAssignableTo(FeedEntries.class) && !type.isInterface())
                .map(JavaClass::getName)
                .toList());
  }

  @Test
  void feedEntriesLeaveUnreadOnlyEventsOfTheirContext() {
    for (Context context : Contexts.all()) {
      Stream<Class<?>> unread =
          context.part(ReadModel.MODULE, "Activity", FeedEntries.class).stream()
              .flatMap(part -> unread(part));
      List<Class<? extends Event>> events = context.events();
      assertThat(unread).allMatch(type -> events.stream().anyMatch(event -> event.equals(type)));
    }
  }

  private static Stream<Class<?>> unread(FeedEntries<?> part) {
    return part.unread().stream().map(type -> type);
  }

  @Test
  void projectionsOfContextsDoNotKnowEachOther() {
    SlicesRuleDefinition.slices()
        .matching(HERE + "(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAPackage(HERE + "jooq.."))
        .check(CLASSES);
  }
}
