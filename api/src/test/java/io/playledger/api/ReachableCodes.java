package io.playledger.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads from the bytecode which codes of an enum a method names, and which objects it makes: in its
 * own body, its lambdas and everything that it calls in the packages that are followed. A code that
 * is only compared does not count.
 */
public final class ReachableCodes {

  private final List<String> packages;
  private final Predicate<Class<?>> isCode;
  private final BiFunction<String, String, Set<String>> codesOfCall;
  private final Function<String, Set<String>> implementations;
  private final Map<String, ClassModel> models = new HashMap<>();

  /**
   * @param packages names that the names of followed classes begin with
   * @param isCode whether the constants of this enum are codes
   * @param codesOfCall codes of a call that is not to be followed, by the last field that was read
   *     ({@code owner#name}) and the called method ({@code owner#name}); null for others
   * @param implementations names of the classes into which a call of an abstract method of this
   *     type is followed
   */
  public ReachableCodes(
      List<String> packages,
      Predicate<Class<?>> isCode,
      BiFunction<String, String, Set<String>> codesOfCall,
      Function<String, Set<String>> implementations) {
    this.packages = packages;
    this.isCode = isCode;
    this.codesOfCall = codesOfCall;
    this.implementations = implementations;
  }

  /**
   * What a method reaches.
   *
   * @param codes names of constants
   * @param made our classes of which objects are made
   */
  public record Reached(Set<String> codes, Set<Class<?>> made) {}

  /** What this method of this class reaches. */
  public Reached from(Class<?> owner, String name, String descriptor) {
    Reached reached = new Reached(new TreeSet<>(), new HashSet<>());
    walk(owner.getName(), name, descriptor, reached, new HashSet<>());
    return reached;
  }

  private void walk(
      String owner, String name, String descriptor, Reached reached, Set<String> seen) {
    if (packages.stream().noneMatch(owner::startsWith)
        || !seen.add(owner + "#" + name + descriptor)) {
      return;
    }
    ClassModel model = model(owner);
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString(name) && method.methodType().equalsString(descriptor)) {
        method
            .code()
            .ifPresentOrElse(
                code -> walk(code.elementList(), reached, seen),
                () ->
                    implementations
                        .apply(owner)
                        .forEach(type -> walk(type, name, descriptor, reached, seen)));
        return;
      }
    }
    model.superclass().ifPresent(parent -> walk(nameOf(parent), name, descriptor, reached, seen));
    model.interfaces().forEach(parent -> walk(nameOf(parent), name, descriptor, reached, seen));
  }

  private void walk(List<CodeElement> elements, Reached reached, Set<String> seen) {
    List<Instruction> instructions = new ArrayList<>();
    for (CodeElement element : elements) {
      if (element instanceof Instruction instruction) {
        instructions.add(instruction);
      }
    }
    String field = "";
    for (int place = 0; place < instructions.size(); place++) {
      switch (instructions.get(place)) {
        case FieldInstruction read -> {
          field = nameOf(read.owner()) + "#" + read.name().stringValue();
          if (read.opcode() == Opcode.GETSTATIC && !isCompared(instructions, place)) {
            addCode(read, reached);
          }
        }
        case NewObjectInstruction made -> {
          Class<?> type = load(nameOf(made.className()));
          if (type != null) {
            reached.made().add(type);
          }
        }
        case InvokeInstruction call ->
            follow(
                field,
                nameOf(call.owner()),
                call.name().stringValue(),
                call.type().stringValue(),
                reached,
                seen);
        case InvokeDynamicInstruction lambda -> {
          for (ConstantDesc argument : lambda.bootstrapArgs()) {
            if (argument instanceof DirectMethodHandleDesc handle) {
              follow(
                  field,
                  nameOf(handle.owner()),
                  handle.methodName(),
                  handle.lookupDescriptor(),
                  reached,
                  seen);
            }
          }
        }
        default -> {
          // nothing else names a code
        }
      }
    }
  }

  private void follow(
      String field,
      String owner,
      String name,
      String descriptor,
      Reached reached,
      Set<String> seen) {
    Set<String> codes = codesOfCall.apply(field, owner + "#" + name);
    if (codes == null) {
      walk(owner, name, descriptor, reached, seen);
    } else {
      reached.codes().addAll(codes);
    }
  }

  private static boolean isCompared(List<Instruction> instructions, int place) {
    if (place + 1 == instructions.size()) {
      return false;
    }
    Opcode next = instructions.get(place + 1).opcode();
    return next == Opcode.IF_ACMPEQ || next == Opcode.IF_ACMPNE;
  }

  private void addCode(FieldInstruction read, Reached reached) {
    Class<?> owner = load(nameOf(read.owner()));
    if (owner != null
        && owner.isEnum()
        && isCode.test(owner)
        && read.typeSymbol().equals(ClassDesc.of(owner.getName()))) {
      reached.codes().add(read.name().stringValue());
    }
  }

  private static Class<?> load(String name) {
    if (!name.startsWith("io.playledger.")) {
      return null;
    }
    try {
      return Class.forName(name, false, ReachableCodes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String nameOf(ClassEntry type) {
    return type.asInternalName().replace('/', '.');
  }

  private static String nameOf(ClassDesc type) {
    return type.descriptorString().replaceAll("^L|;$", "").replace('/', '.');
  }

  private ClassModel model(String name) {
    return models.computeIfAbsent(
        name,
        missing -> {
          String resource = name.replace('.', '/') + ".class";
          try (InputStream bytes =
              ReachableCodes.class.getClassLoader().getResourceAsStream(resource)) {
            return ClassFile.of().parse(bytes.readAllBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
