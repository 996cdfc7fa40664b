package io.playledger.verification;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The market day proves the platform from outside: it knows it by its HTTP API alone. */
class PackagesArchTest {

  private static final String ROOT = "io.playledger.verification";

  private static final String[] OUTSIDE = {
    ROOT,
    ROOT + ".day..",
    ROOT + ".demo..",
    ROOT + ".http..",
    ROOT + ".journal..",
    ROOT + ".measure..",
    ROOT + ".model..",
    ROOT + ".plan..",
    ROOT + ".report.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void theMarketDayKnowsThePlatformByItsHttpApiAlone() {
    ArchRuleDefinition.classes()
        .that()
        .resideInAnyPackage(OUTSIDE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed())
        .check(CLASSES);
  }

  @Test
  void seesTheClassesItSpeaksOf() {
    Assertions.assertThat(CLASSES.contain(MarketDay.class)).isTrue();
  }

  private static String[] allowed() {
    String[] allowed = new String[OUTSIDE.length + 3];
    System.arraycopy(OUTSIDE, 0, allowed, 0, OUTSIDE.length);
    allowed[OUTSIDE.length] = "java..";
    allowed[OUTSIDE.length + 1] = "tools.jackson..";
    allowed[OUTSIDE.length + 2] = "com.fasterxml.jackson.annotation..";
    return allowed;
  }
}
