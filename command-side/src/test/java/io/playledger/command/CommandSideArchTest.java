package io.playledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.command.aggregate.CommandContext;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CommandSideArchTest {

  private static final String HERE = "io.playledger.command.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger.command");

  @Test
  void aggregatesUseNoClockAndMakeNoIds() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.util\\.random\\..*|.*ThreadLocalRandom|.*SecureRandom")
        .orShould()
        .callMethodWhere(
            JavaCall.Predicates.target(
                HasName.Predicates.nameMatching("now|randomUUID|currentTimeMillis|nanoTime")))
        .check(CLASSES);
  }

  @Test
  void commandSideDoesNoInputOrOutput() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void commandSideDoesNotUseSpring() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.axonframework.spring..")
        .check(CLASSES);
  }

  @Test
  void commandSideDependsOnApiAndAxonOnly() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.playledger.api..",
            "io.playledger.command..",
            "org.axonframework..",
            "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void contextsDependOnlyOnContextsOfTheirRegistration() {
    for (Context context : Contexts.all()) {
      String[] others =
          Contexts.all().stream()
              .map(Context::name)
              .filter(other -> !other.equals(context.name()) && !context.knows().contains(other))
              .map(other -> HERE + other + "..")
              .toArray(String[]::new);
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage(HERE + context.name() + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageBelongsToARegisteredContextAndIsFound() {
    Set<String> registered = Contexts.all().stream().map(Context::name).collect(Collectors.toSet());
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith(HERE))
            .map(name -> name.substring(HERE.length()).split("\\.")[0])
            .collect(Collectors.toSet());
    packages.remove("aggregate");

    assertThat(registered).containsAll(packages);
    assertThat(Contexts.parts("io.playledger.command", "Context", CommandContext.class))
        .extracting(part -> part.getClass().getPackageName().substring(HERE.length()))
        .containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void walletsAreChangedInOnePlaceOnly() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(HERE + "ledger..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.playledger.api.ledger.event.WalletDebited")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.playledger.api.ledger.event.WalletCredited")
        .check(CLASSES);
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveSimpleName("PreparedPostings")
        .should()
        .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("book")))
        .check(CLASSES);
  }
}
