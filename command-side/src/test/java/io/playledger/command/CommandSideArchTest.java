package io.playledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.playledger.command.aggregate.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandSideArchTest {

  private static final String HERE = "io.playledger.command.";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger.command");

  /** Which contexts each may know; a new context is one more line. */
  private static final Map<String, Set<String>> KNOWS =
      Map.of(
          "identity", Set.of(),
          "audit", Set.of(),
          "apikey", Set.of(),
          "reputation", Set.of("identity"),
          "score", Set.of("identity"),
          "ledger", Set.of("identity"),
          "market", Set.of("ledger", "identity", "reputation", "score"),
          "escrow", Set.of("market", "ledger", "identity", "reputation", "score"));

  @Test
  void timeAndIdsComeInTheCommand() {
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
  void nothingIsReadOrWritten() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql..", "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void thereIsNoSpring() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.axonframework.spring..")
        .check(CLASSES);
  }

  @Test
  void theModuleKnowsTheApiAndAxonAlone() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "io.playledger.api..", "io.playledger.command..", "org.axonframework..")
        .check(CLASSES);
  }

  @Test
  void contextsKnowEachOtherInOneDirection() {
    List<String> names = CommandSide.contexts().stream().map(Context::name).toList();
    assertThat(KNOWS.keySet()).containsExactlyInAnyOrderElementsOf(names);
    KNOWS.forEach(
        (context, known) -> {
          String[] others =
              names.stream()
                  .filter(other -> !other.equals(context) && !known.contains(other))
                  .map(other -> HERE + other + "..")
                  .toArray(String[]::new);
          ArchRuleDefinition.noClasses()
              .that()
              .resideInAPackage(HERE + context + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(others)
              .check(CLASSES);
        });
  }

  @Test
  void walletsChangeInOnePlaceAlone() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(HERE + "ledger..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.playledger.api.ledger.WalletDebited")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.playledger.api.ledger.WalletCredited")
        .check(CLASSES);
    ArchRuleDefinition.noClasses()
        .that()
        .doNotHaveSimpleName("PreparedPostings")
        .should()
        .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("book")))
        .check(CLASSES);
  }
}
