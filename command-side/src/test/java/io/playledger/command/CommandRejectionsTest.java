package io.playledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.playledger.api.Command;
import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.ReachableCodes;
import io.playledger.api.RejectedFor;
import io.playledger.api.RejectionCode;
import io.playledger.command.aggregate.Aggregates;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRejectionsTest {

  private static final List<JavaMethod> HANDLERS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("io.playledger.command")
              .stream()
              .map(JavaClass::getMethods)
              .flatMap(Set::stream)
              .filter(method -> method.isAnnotatedWith(CommandHandler.class))
              .toList();

  private static final ReachableCodes CODES =
      new ReachableCodes(
          List.of("io.playledger.command.", "io.playledger.api."),
          RejectionCode.class::isAssignableFrom,
          CommandRejectionsTest::codesOfAggregates,
          type -> Set.of());

  static Stream<Class<? extends Command<?>>> commands() {
    return Contexts.all().stream().map(Context::commands).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandDeclaresTheRejectionsOfItsHandler(Class<? extends Command<?>> command) {
    RejectedFor declared = command.getAnnotation(RejectedFor.class);
    List<String> codes = declared == null ? List.of() : List.of(declared.value());
    List<String> never = declared == null ? List.of() : List.of(declared.never());

    assertThat(codes).as("@RejectedFor of %s", command.getSimpleName()).isSorted();
    assertThat(Stream.concat(codes.stream(), never.stream()))
        .as("@RejectedFor of %s", command.getSimpleName())
        .containsExactlyInAnyOrderElementsOf(codesOf(command));
  }

  private static Set<String> codesOf(Class<?> command) {
    JavaMethod handler =
        HANDLERS.stream()
            .filter(method -> method.getRawParameterTypes().getFirst().isEquivalentTo(command))
            .findAny()
            .orElseThrow();
    Method method = handler.reflect();
    return CODES
        .from(
            method.getDeclaringClass(),
            method.getName(),
            java.lang.invoke.MethodType.methodType(
                    method.getReturnType(), method.getParameterTypes())
                .descriptorString())
        .codes();
  }

  /** An aggregate that must exist, or must not, is refused with the codes of its type. */
  private static Set<String> codesOfAggregates(String field, String call) {
    return switch (call.replace(Aggregates.class.getName() + "#", "")) {
      case "existing" -> Set.of(aggregatesIn(field).missing().name());
      case "fresh", "create" -> Set.of(aggregatesIn(field).present().name());
      default -> null;
    };
  }

  private static Aggregates<?> aggregatesIn(String field) {
    String[] parts = field.split("#");
    try {
      Class<?> owner = Class.forName(parts[0]);
      ParameterizedType type =
          (ParameterizedType) owner.getDeclaredField(parts[1]).getGenericType();
      Class<?> root = (Class<?>) type.getActualTypeArguments()[0];
      Method in = root.getDeclaredMethod("in", Repository.class);
      in.setAccessible(true);
      return (Aggregates<?>)
          in.invoke(
              null,
              Proxy.newProxyInstance(
                  root.getClassLoader(),
                  new Class<?>[] {Repository.class},
                  (proxy, method, arguments) -> null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field, e);
    }
  }
}
