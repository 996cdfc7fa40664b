package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.playledger.api.Command;
import io.playledger.api.ReachableCodes;
import io.playledger.api.RejectedFor;
import io.playledger.api.RejectionCode;
import io.playledger.runtime.command.Commands;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.web.openapi.OperationErrors;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ProblemAdvice;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** The declared rejections of operations, compared with their code and that of their commands. */
class OperationRejectionsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger");

  /** Calls whose codes are not those of the operation. */
  private static final Set<String> NOT_FOLLOWED =
      Set.of(
          // a command declares the codes of its handler
          Commands.class.getName() + "#send",
          // offers and listings that have ended already need no withdrawal
          "io.playledger.access.identity.erasure.Erasure#withdrawOffers",
          "io.playledger.access.identity.erasure.Erasure#withdrawListings",
          // the name of the projection does not come from the client
          ProjectionProgress.class.getName() + "#awaitPosition",
          ProjectionProgress.class.getName() + "#position",
          // names a code for the sake of its status
          ProblemAdvice.class.getName() + "#reply");

  private static final ReachableCodes CODES =
      new ReachableCodes(
          List.of("io.playledger."),
          type -> type == TransportCode.class || RejectionCode.class.isAssignableFrom(type),
          (field, call) -> NOT_FOLLOWED.contains(call) ? Set.of() : null,
          OperationRejectionsTest::implementations);

  static Stream<Named<Method>> operations() {
    return CLASSES.stream()
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Operation.class))
        .map(method -> method.reflect())
        .filter(method -> !method.getAnnotation(Operation.class).hidden())
        .map(OperationRejectionsTest::named)
        .sorted(Comparator.comparing(Named::getName));
  }

  private static Named<Method> named(Method operation) {
    return Named.of(
        operation.getDeclaringClass().getSimpleName() + "." + operation.getName(), operation);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOperationDeclaresTheRejectionsOfItsCode(Method operation) {
    Rejects rejects = operation.getAnnotation(Rejects.class);
    List<String> codes = rejects == null ? List.of() : List.of(rejects.codes());
    List<String> never = rejects == null ? List.of() : List.of(rejects.never());
    List<Class<?>> commands = rejects == null ? List.of() : List.of(rejects.commands());
    Set<String> ofCommands = new TreeSet<>();
    commands.forEach(command -> ofCommands.addAll(codesOf(command)));

    assertThat(codes).as("codes").isSorted().noneMatch(ofCommands::contains);
    assertThat(never).as("never").isSorted().noneMatch(codes::contains);
    Set<String> declared = new TreeSet<>(codes);
    declared.addAll(ofCommands);
    declared.addAll(never);
    assertThat(declared).as("declared rejections").isEqualTo(reached(operation, commands));
  }

  /** All codes of the operation, without those that it shares with others. */
  private static Set<String> reached(Method operation, List<Class<?>> commands) {
    ReachableCodes.Reached reached = from(operation);
    assertThat(reached.made()).as("made objects").containsAll(commands);
    Set<String> codes = new TreeSet<>(reached.codes());
    for (Class<?> made : reached.made()) {
      codes.addAll(codesOf(made));
    }
    OperationErrors.shared(operation).forEach(code -> codes.remove(code.name()));
    return codes;
  }

  /** The codes of a command by its handler, and of a failure by the advice that reports it. */
  private static Set<String> codesOf(Class<?> made) {
    if (Command.class.isAssignableFrom(made)) {
      RejectedFor rejected = made.getAnnotation(RejectedFor.class);
      return rejected == null ? Set.of() : Set.of(rejected.value());
    }
    return Stream.of(ProblemAdvice.class.getDeclaredMethods())
        .filter(advice -> advice.isAnnotationPresent(ExceptionHandler.class))
        .filter(
            advice ->
                List.of(advice.getParameterTypes()).contains(made)
                    || List.of(advice.getAnnotation(ExceptionHandler.class).value()).contains(made))
        .flatMap(advice -> from(advice).codes().stream())
        .collect(Collectors.toSet());
  }

  private static ReachableCodes.Reached from(Method method) {
    return CODES.from(
        method.getDeclaringClass(),
        method.getName(),
        MethodType.methodType(method.getReturnType(), method.getParameterTypes())
            .descriptorString());
  }

  private static Set<String> implementations(String type) {
    return CLASSES.get(type).getAllSubclasses().stream()
        .map(JavaClass::getName)
        .collect(Collectors.toSet());
  }
}
