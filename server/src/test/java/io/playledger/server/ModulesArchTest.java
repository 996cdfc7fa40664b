package io.playledger.server;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The allowed dependencies between modules. */
class ModulesArchTest {

  private static final String ROOT = "io.playledger.";

  /** Allowed dependencies by package; a new module is one more line. */
  private static final Map<String, Set<String>> KNOWS =
      Map.ofEntries(
          Map.entry("api", Set.of()),
          Map.entry("postgres", Set.of()),
          Map.entry("eventstore", Set.of()),
          Map.entry("runtime", Set.of("eventstore")),
          Map.entry("axonserver", Set.of("eventstore", "runtime")),
          Map.entry("command", Set.of("api")),
          Map.entry("saga", Set.of("api", "runtime")),
          Map.entry("projection", Set.of("api", "runtime")),
          Map.entry("query", Set.of("api", "projection")),
          Map.entry("web", Set.of("api", "eventstore", "runtime")),
          Map.entry("access", Set.of("api", "query", "eventstore", "runtime", "web")),
          Map.entry(
              "server",
              Set.of(
                  "web",
                  "access",
                  "api",
                  "command",
                  "saga",
                  "projection",
                  "query",
                  "eventstore",
                  "axonserver",
                  "runtime",
                  "postgres")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger");

  static Set<String> modules() {
    return KNOWS.keySet();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void modulesDependOnAllowedModulesOnly(String module) {
    List<String> forbidden = new ArrayList<>();
    for (String other : KNOWS.keySet()) {
      if (!other.equals(module) && !KNOWS.get(module).contains(other)) {
        forbidden.add(ROOT + other + "..");
      }
    }
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  /** Only its module and the wiring know the other home of the log. */
  @Test
  void onlyTheWiringDependsOnAxonServer() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "axonserver..", ROOT + "server.config..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "axonserver..")
        .check(CLASSES);
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "axonserver..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.axoniq..", "org.axonframework.axonserver..", "io.grpc..")
        .check(CLASSES);
  }

  /** Queries know the tables but not the projections that write them. */
  @Test
  void queriesDependOnTheTablesOfProjectionsOnly() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage(ROOT + "query..")
        .should()
        .dependOnClassesThat()
        .haveNameMatching("io\\.playledger\\.projection\\..*Projection")
        .check(CLASSES);
  }

  /** Tests move the time: it comes from the bean {@code Clock}, which the runtime provides. */
  @Test
  void onlyTheRuntimeReadsTheClockOfTheMachine() {
    DescribedPredicate<JavaCall<?>> readsTheMachinesClock =
        DescribedPredicate.describe(
            "read the clock of the machine",
            call ->
                Set.of("now", "systemUTC", "systemDefaultZone", "system").contains(call.getName())
                    && call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.isEquivalentTo(Clock.class)));
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            KNOWS.keySet().stream().map(it -> ROOT + it + "..").toArray(String[]::new))
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "runtime.wiring.ClockConfiguration")
        // when an answer was written; nothing is decided by it
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "web.call.Answer")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + "web.problem.Problem")
        .should()
        .callCodeUnitWhere(readsTheMachinesClock)
        .check(CLASSES);
  }

  @Test
  void everyNamedModuleIsOnTheClassPath() {
    Assertions.assertThat(
            CLASSES.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()).split("\\.")[0])
                .distinct())
        .contains(
            "api",
            "command",
            "web",
            "access",
            "server",
            "projection",
            "query",
            "eventstore",
            "axonserver",
            "runtime");
  }
}
