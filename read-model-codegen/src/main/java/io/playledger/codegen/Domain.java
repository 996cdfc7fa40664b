package io.playledger.codegen;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.LambdaConverter;

/**
 * A domain of the read tables and the type of the language that it stands for, found by its name
 * among the types of the API: {@code asset_code} is {@code AssetCode}, and {@code hold_view_state}
 * is {@code HoldView.State}. A domain of {@code jsonb} that the API lacks is a record in the root
 * package of the projections.
 *
 * @param name in the schema
 * @param base type in PostgreSQL
 * @param type name of the class, as sources write it
 */
record Domain(String name, String base, String type) {

  private static final Pattern DEFINITION =
      Pattern.compile("CREATE DOMAIN (?<name>[a-z_]+) AS (?<base>[a-z]+)");
  private static final String API = "io.playledger.api";
  private static final String PROJECTION = "io.playledger.projection";

  /** Every domain that these migrations create. */
  static List<Domain> of(String migrations) {
    List<Domain> domains = new ArrayList<>();
    Matcher definition = DEFINITION.matcher(migrations);
    while (definition.find()) {
      domains.add(of(definition.group("name"), definition.group("base")));
    }
    return domains;
  }

  private static Domain of(String name, String base) {
    List<Class<?>> found = named(name);
    if (found.isEmpty() && base.equals("jsonb")) {
      return new Domain(name, base, PROJECTION + "." + camelCase(name));
    }
    if (found.size() != 1) {
      throw new IllegalStateException(
          "The domain %s must be named after one type of %s, and is named after %s."
              .formatted(name, API, found));
    }
    return new Domain(name, base, found.getFirst().getCanonicalName());
  }

  /** Types of the API with this name, directly or within another type. */
  private static List<Class<?>> named(String domain) {
    List<String> packages =
        Stream.concat(Stream.of(API), Contexts.all().stream().flatMap(Domain::packagesOf)).toList();
    List<Class<?>> found = new ArrayList<>();
    for (String name : simpleNames(domain)) {
      for (String each : packages) {
        try {
          found.add(Class.forName(each + "." + name));
        } catch (ClassNotFoundException elsewhere) {
          // it may lie in the next package
        }
      }
    }
    return found;
  }

  private static Stream<String> packagesOf(Context context) {
    String pack = API + "." + context.name();
    return Stream.of(pack, pack + ".command", pack + ".event", pack + ".query");
  }

  private static List<String> simpleNames(String domain) {
    List<String> words = List.of(domain.split("_"));
    List<String> names = new ArrayList<>(List.of(camelCase(domain)));
    for (int outer = 1; outer < words.size(); outer++) {
      names.add(
          camelCase(String.join("_", words.subList(0, outer)))
              + "$"
              + camelCase(String.join("_", words.subList(outer, words.size()))));
    }
    return names;
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("_")) {
      camel.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return camel.toString();
  }

  /** How jOOQ reads and writes columns of the domain. */
  ForcedType forcedType() {
    ForcedType forced = new ForcedType().withUserType(type).withIncludeTypes(name);
    if (base.equals("jsonb")) {
      return forced.withConverter("new %s.JsonColumn<>(%s.class)".formatted(PROJECTION, type));
    }
    Class<?> found = named(name).getFirst();
    if (found.isEnum()) {
      return forced.withEnumConverter(true);
    }
    return forced.withLambdaConverter(
        isWrapper(found)
            ? converter("new", found.getRecordComponents()[0].getName())
            : converter(parser(found), "toString"));
  }

  private LambdaConverter converter(String from, String to) {
    return new LambdaConverter().withFrom(type + "::" + from).withTo(type + "::" + to);
  }

  private static boolean isWrapper(Class<?> found) {
    return found.isRecord() && found.getRecordComponents().length == 1;
  }

  /** What reads the written form of a type with several components. */
  private String parser(Class<?> found) {
    return Arrays.stream(found.getMethods())
        .filter(method -> method.getReturnType().equals(found))
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
        .map(Method::getName)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "%s, after which the domain %s is named, must be an enum, a record of one component, or readable from a string."
                        .formatted(type, name)));
  }
}
