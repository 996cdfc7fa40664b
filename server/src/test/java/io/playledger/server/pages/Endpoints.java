package io.playledger.server.pages;

import io.playledger.api.Context;
import io.playledger.web.openapi.OperationErrors;
import io.swagger.v3.oas.annotations.Operation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The requests that the controllers of a context answer. */
final class Endpoints {

  private Endpoints() {}

  /** Method and path, summary and own rejections, in the order of the paths. */
  static List<List<String>> of(Context context) {
    return Stream.of("io.playledger.server.", "io.playledger.access.")
        .map(module -> module + context.name())
        .flatMap(Endpoints::controllers)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(Endpoints::operation)
        .sorted(Comparator.comparing(row -> row.getFirst().split(" ")[1] + row.getFirst()))
        .toList();
  }

  private static Stream<Class<?>> controllers(String pack) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents(pack).stream()
        .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
  }

  private static Stream<List<String>> operation(Method method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
    Operation described = method.getAnnotation(Operation.class);
    if (mapping == null || described == null || described.hidden()) {
      return Stream.empty();
    }
    RequestMapping base =
        AnnotatedElementUtils.findMergedAnnotation(
            method.getDeclaringClass(), RequestMapping.class);
    String path = first(base == null ? new String[0] : base.path()) + first(mapping.path());
    return Stream.of(
        List.of(
            "`%s %s`".formatted(mapping.method()[0], path),
            described.summary(),
            String.join(", ", OperationErrors.own(method))));
  }

  private static String first(String[] paths) {
    // a path variable without its pattern: {provider:google|steam} is {provider}
    return paths.length == 0 ? "" : paths[0].replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }
}
