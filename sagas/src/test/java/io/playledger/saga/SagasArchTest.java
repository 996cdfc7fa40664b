package io.playledger.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.axonframework.modelling.saga.StartSaga;
import org.junit.jupiter.api.Test;

class SagasArchTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger.saga");

  @Test
  void sagasDependOnApiAndRuntimeOnly() {
    ArchRuleDefinition.classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.playledger.api..",
            "io.playledger.saga..",
            "io.playledger.runtime.saga..",
            "org.axonframework..",
            "org.jspecify.annotations")
        .check(CLASSES);
  }

  @Test
  void everySagaIsFoundByTheNameOfItsContext() {
    assertThat(SagaSide.sagas())
        .extracting(saga -> saga.type().getName())
        .containsExactlyInAnyOrderElementsOf(
            CLASSES.stream()
                .filter(
                    type ->
                        type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith(StartSaga.class)))
                .map(JavaClass::getName)
                .toList());
  }

  @Test
  void sagasUseNoClockAndNoRandomValues() {
    ArchRuleDefinition.noClasses()
        .should()
        .callMethodWhere(
            JavaCall.Predicates.target(
                HasName.Predicates.nameMatching("now|randomUUID|currentTimeMillis|nanoTime")))
        .check(CLASSES);
  }

  @Test
  void sagasSendCommandsThroughSagaCommandsOnly() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.axonframework.commandhandling..")
        .check(CLASSES);
  }
}
