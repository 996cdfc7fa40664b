package io.playledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.playledger.verification.marketday.MarketDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls between the market, which knows the platform by HTTP alone, and the proof. */
class PackagesArchTest {

  private static final String ROOT = "io.playledger.verification";

  /** What serves all contexts. */
  private static final List<String> TOOLS =
      List.of("books", "day", "http", "journal", "measure", "server");

  /** The contexts of the market day, each with those that it may know. */
  private static final Map<String, List<String>> CONTEXTS =
      Map.of(
          "identity", List.of(),
          "ledger", List.of(),
          "market", List.of("ledger"),
          "escrow", List.of("market"),
          "reputation", List.of("market"),
          "score", List.of(),
          "feed", List.of(),
          "operations", List.of());

  /** What needs no look inside the platform, and takes none. */
  private static final List<String> BY_HTTP_ALONE =
      Stream.of(TOOLS.stream(), CONTEXTS.keySet().stream(), Stream.of("marketday", "demo"))
          .flatMap(names -> names)
          .toList();

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void marketDayUsesThePlatformThroughItsHttpApiOnly() {
    only(BY_HTTP_ALONE, BY_HTTP_ALONE);
  }

  @Test
  void toolsDependOnNoContextAndNoProof() {
    only(TOOLS, TOOLS);
  }

  @Test
  void contextDependsOnToolsAndLowerContextsOnly() {
    CONTEXTS.forEach(
        (context, below) -> {
          List<String> known = new ArrayList<>(TOOLS);
          known.add(context);
          known.addAll(below);
          only(List.of(context), known);
        });
  }

  @Test
  void checkerDependsOnJournalsAndTheHttpClientOnly() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            Stream.concat(Stream.of("check", "log"), CONTEXTS.keySet().stream())
                .map(name -> ROOT + ".proof." + name + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            BY_HTTP_ALONE.stream()
                .filter(name -> !name.equals("journal") && !name.equals("http"))
                .map(PackagesArchTest::tree)
                .toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void proofOfAContextDoesNotDependOnTheCheckProgram() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAnyPackage(
            Stream.concat(Stream.of("log"), CONTEXTS.keySet().stream())
                .map(name -> ROOT + ".proof." + name + "..")
                .toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".proof.check..", ROOT + ".proof.control..")
        .check(CLASSES);
  }

  @Test
  void packageHasAtMost25Files() {
    Map<String, Long> files =
        CLASSES.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    assertThat(files).allSatisfy((name, count) -> assertThat(count).as(name).isLessThan(26));
  }

  @Test
  void everyRuleAppliesToExistingClasses() {
    assertThat(CLASSES.contain(MarketDay.class)).isTrue();
  }

  private static void only(List<String> packages, List<String> known) {
    List<String> allowed = new ArrayList<>(known.stream().map(PackagesArchTest::tree).toList());
    allowed.addAll(
        List.of(
            ROOT,
            "java..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify.annotations"));
    ArchRuleDefinition.classes()
        .that()
        .resideInAnyPackage(packages.stream().map(PackagesArchTest::tree).toArray(String[]::new))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(CLASSES);
  }

  private static String tree(String name) {
    return ROOT + "." + name + "..";
  }
}
