package io.playledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.projection.ReadModel;
import io.playledger.projection.ReadableTexts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class QuerySideArchTest {

  private static final String HERE = "io.playledger.query.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger.query");

  private final QuerySide queries =
      new QuerySide(
          DSL.using(SQLDialect.POSTGRES, ReadModel.settings()),
          new ReadableTexts(),
          code -> Optional.empty());

  @Test
  void everyPackageBelongsToARegisteredContext() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(HERE))
            .map(name -> name.substring(HERE.length()))
            .collect(Collectors.toSet());

    assertThat(Contexts.all().stream().map(Context::name)).containsAll(packages);
  }

  @Test
  void everyClassWithHandlersIsFoundByItsContext() {
    assertThat(queries.handlers())
        .extracting(handler -> handler.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(
            handlers().stream().map(method -> method.getOwner().getName()).distinct().toList());
  }

  @Test
  void everyQueryHasOneHandler() {
    assertThat(handlers().stream().map(method -> method.getRawParameterTypes().getFirst()))
        .extracting(JavaClass::getName)
        .containsExactlyInAnyOrderElementsOf(
            Contexts.all().stream()
                .flatMap(context -> context.queries().stream())
                .map(Class::getName)
                .toList());
  }

  @Test
  void queriesOfContextsDoNotKnowEachOther() {
    SlicesRuleDefinition.slices()
        .matching(HERE + "(*)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
  }

  @Test
  void everyReadTableIsTakenIntoAccountByThePersonalExport() {
    PersonalRecords personal = queries.personalRecords();

    assertThat(personal.tables()).doesNotContainAnyElementsOf(personal.tablesOfNobody());
    assertThat(
            ReadModel.tables().values().stream().flatMap(List::stream).collect(Collectors.toSet()))
        .containsAll(personal.tables())
        .containsAll(personal.tablesOfNobody())
        .hasSize(personal.tables().size() + personal.tablesOfNobody().size());
  }

  private static List<JavaMethod> handlers() {
    return CLASSES.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(QueryHandler.class))
        .toList();
  }
}
