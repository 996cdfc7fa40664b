package io.playledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.playledger.api.Command;
import io.playledger.api.Context;
import io.playledger.api.Contexts;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandAnswersTest {

  private static final List<JavaMethod> HANDLERS =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("io.playledger.command")
              .stream()
              .map(JavaClass::getMethods)
              .flatMap(methods -> methods.stream())
              .filter(method -> method.isAnnotatedWith(CommandHandler.class))
              .toList();

  static Stream<Class<? extends Command<?>>> commands() {
    return Contexts.all().stream().map(Context::commands).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasOneHandlerThatAnswersWhatTheCommandSays(Class<? extends Command<?>> command) {
    assertThat(HANDLERS)
        .filteredOn(handler -> handler.getRawParameterTypes().getFirst().isEquivalentTo(command))
        .extracting(handler -> handler.getRawReturnType().getName())
        .map(answer -> answer.equals("void") ? Void.class.getName() : answer)
        .containsExactly(Command.answerType(command).getName());
  }
}
