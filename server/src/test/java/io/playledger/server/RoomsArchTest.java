package io.playledger.server;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.playledger.api.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

/** The packages inside the modules: their size, their arrows and what wires them. */
class RoomsArchTest {

  private static final String ROOT = "io.playledger.";
  private static final String SERVER = ROOT + "server.";

  /** The packages of the server that are no contexts. */
  private static final Set<String> PLATFORM = Set.of("config", "ops");

  /** Wiring of modules that know no Spring; they cannot wire themselves. */
  private static final String WIRING_OF_MODULES = SERVER + "config";

  private static final int FILES_MAX = 25;

  private static final Path REPOSITORY = Path.of("..");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.playledger");

  @Test
  void roomsOfWebHaveNoCircles() {
    slices().assignedFrom(packagesOf(ROOT + "web")).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void roomsOfAccessHaveNoCircles() {
    slices().assignedFrom(packagesOf(ROOT + "access")).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void contextsOfTheServerDoNotKnowEachOther() {
    slices().assignedFrom(new ContextsOfTheServer()).should().notDependOnEachOther().check(CLASSES);
  }

  /**
   * A context of the server sends its own commands. The escrow may also send the market's: a trade
   * that nobody has accepted yet is withdrawn at the market by the operation that cancels it.
   */
  @Test
  void contextsOfTheServerSendTheirOwnCommands() {
    Map<String, Set<String>> further = Map.of("escrow", Set.of("market"));
    ArchRuleDefinition.classes()
        .that(are(describe("of a context of the server", type -> !contextOf(type).isEmpty())))
        .should(
            new ArchCondition<JavaClass>("send commands of their own context") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String context = contextOf(type);
                for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                  JavaClass made = call.getTargetOwner();
                  if (made.isAssignableTo(Command.class)) {
                    String owner = made.getPackageName().substring((ROOT + "api.").length());
                    owner = owner.split("\\.")[0];
                    events.add(
                        new SimpleConditionEvent(
                            call,
                            owner.equals(context)
                                || further.getOrDefault(context, Set.of()).contains(owner),
                            call.getDescription()));
                  }
                }
              }
            })
        .check(CLASSES);
  }

  @Test
  void configurationWiresTypesOfItsOwnPackage() {
    ArchRuleDefinition.classes()
        .that(
            are(
                describe(
                    "configurations of web, access and server",
                    type ->
                        type.isAnnotatedWith(Configuration.class)
                            && Stream.of("web", "access", "server")
                                .anyMatch(module -> type.getPackageName().startsWith(ROOT + module))
                            && !type.getPackageName().equals(WIRING_OF_MODULES))))
        .should(
            new ArchCondition<JavaClass>("make types of their own package or of those below") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                String own = type.getPackageName();
                for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                  String made = call.getTargetOwner().getPackageName();
                  boolean foreign =
                      Stream.of("web.", "access.", "server.")
                          .anyMatch(module -> made.startsWith(ROOT + module));
                  events.add(
                      new SimpleConditionEvent(
                          call,
                          !foreign || made.equals(own) || made.startsWith(own + "."),
                          call.getDescription()));
                }
              }
            })
        .check(CLASSES);
  }

  @Test
  void packageHasFewFiles() {
    Map<String, Integer> tooLarge = new TreeMap<>();
    sources()
        .collect(Collectors.groupingBy(Source::folder, Collectors.summingInt(source -> 1)))
        .forEach(
            (folder, files) -> {
              if (files > FILES_MAX) {
                tooLarge.put(folder, files);
              }
            });
    assertThat(tooLarge).as("packages with more than %d files", FILES_MAX).isEmpty();
  }

  /** A type that can be null bears {@code @Nullable}; every other type of such a package cannot. */
  @Test
  void packageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    javaFiles()
        .map(Path::getParent)
        .distinct()
        .filter(folder -> !isNullMarked(folder.resolve("package-info.java")))
        .forEach(folder -> unmarked.add(folder.toString()));
    assertThat(unmarked).as("packages without @NullMarked in their package-info.java").isEmpty();
  }

  private static boolean isNullMarked(Path packageInfo) {
    try {
      return Files.exists(packageInfo) && Files.readString(packageInfo).contains("\n@NullMarked\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nameOfATypeIsUnique() {
    Map<String, List<Source>> byName = sources().collect(Collectors.groupingBy(Source::name));
    Set<String> twice = new TreeSet<>();
    byName.forEach(
        (name, types) -> {
          if (types.size() > 1) {
            twice.add(name + " in " + types.stream().map(Source::folder).toList());
          }
        });
    assertThat(twice).as("simple names of two types").isEmpty();
  }

  /** A source file of any module. */
  private record Source(String folder, String name) {

    static Source of(Path repository, Path file) {
      Path inside = repository.relativize(file);
      Path folder = inside.subpath(4, inside.getNameCount() - 1);
      return new Source(
          inside.getName(0) + "/" + folder.toString().replace('/', '.'),
          file.getFileName().toString().replace(".java", ""));
    }
  }

  private static Stream<Source> sources() {
    return javaFiles()
        .filter(file -> !file.endsWith("package-info.java"))
        .map(file -> Source.of(REPOSITORY, file));
  }

  private static Stream<Path> javaFiles() {
    try (Stream<Path> modules = Files.list(REPOSITORY)) {
      return modules
          .map(module -> module.resolve(Path.of("src", "main", "java")))
          .filter(Files::isDirectory)
          .flatMap(RoomsArchTest::files)
          .filter(file -> file.toString().endsWith(".java"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DescribedPredicate<JavaClass> describe(
      String what, java.util.function.Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(what, predicate);
  }

  /** The context of the server to which a type belongs; empty where it belongs to none. */
  private static String contextOf(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(SERVER)) {
      return "";
    }
    String context = name.substring(SERVER.length()).split("\\.")[0];
    return PLATFORM.contains(context) ? "" : context;
  }

  /** Each package below a root is a slice of its own. */
  private static SliceAssignment packagesOf(String root) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return type.getPackageName().startsWith(root + ".")
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages of " + root;
      }
    };
  }

  private static final class ContextsOfTheServer implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String context = contextOf(type);
      return context.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(context);
    }

    @Override
    public String getDescription() {
      return "contexts of the server";
    }
  }
}
