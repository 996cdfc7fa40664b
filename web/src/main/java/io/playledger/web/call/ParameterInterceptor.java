package io.playledger.web.call;

import io.playledger.api.PageOf;
import io.playledger.web.http.AnyParameters;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.text.PlainTextValidator;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that the operation does not have: a misspelt filter would be ignored,
 * and the answer would be about something else. A parameter that is sent twice or that has control
 * characters is refused as well. Handlers of the libraries and those with {@link AnyParameters}
 * take what they like.
 */
final class ParameterInterceptor implements HandlerInterceptor {

  private static final String OURS = "io.playledger.";

  /** Name to whether it may be sent more than once, by method of a controller. */
  private final Map<Method, Map<String, Boolean>> known = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getQueryString() == null
        || !(handler instanceof HandlerMethod method)
        || !method.getBeanType().getName().startsWith(OURS)
        || takesAny(method)) {
      return true;
    }
    Map<String, Boolean> names =
        known.computeIfAbsent(method.getMethod(), same -> parametersOf(method));
    Map<String, String> faults = new TreeMap<>();
    sent(request)
        .forEach(
            (name, values) -> {
              String fault = fault(names.get(name), values);
              if (fault != null) {
                faults.put(name, fault);
              }
            });
    if (!faults.isEmpty()) {
      throw ApiProblem.invalid(faults);
    }
    return true;
  }

  private static Map<String, String[]> sent(HttpServletRequest request) {
    try {
      return request.getParameterMap();
    } catch (RequestRejectedException controlCharacters) {
      throw ApiProblem.invalid("query", "has a parameter with control characters in its name");
    }
  }

  /** What is wrong with the parameter; none: nothing. */
  private static @Nullable String fault(@Nullable Boolean repeatable, String[] values) {
    if (repeatable == null) {
      return "is not a parameter of this request";
    }
    if (values.length > 1 && !repeatable) {
      return "is sent more than once";
    }
    for (String value : values) {
      if (!PlainTextValidator.isPlain(value)) {
        return "has control characters in it";
      }
    }
    return null;
  }

  /** What the method takes from the query, and what its mapping asks of it. */
  static Map<String, Boolean> parametersOf(HandlerMethod method) {
    Map<String, Boolean> names = new HashMap<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
      if (named != null) {
        names.put(
            named.name().isEmpty() ? nameOf(parameter) : named.name(),
            isMany(parameter.getParameterType()));
      } else if (isParameterObject(parameter)) {
        for (RecordComponent part : parameter.getParameterType().getRecordComponents()) {
          names.put(part.getName(), isMany(part.getType()));
        }
      }
    }
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    if (mapping != null) {
      for (String condition : mapping.params()) {
        names.put(condition.split("[!=]", 2)[0], false);
      }
    }
    return Map.copyOf(names);
  }

  private static String nameOf(MethodParameter parameter) {
    return parameter.getExecutable().getParameters()[parameter.getParameterIndex()].getName();
  }

  /** A record that nothing but the query fills. */
  private static boolean isParameterObject(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type.isRecord()
        && (type == PageOf.class || !CallerResolver.gives(type))
        && Arrays.stream(parameter.getParameterAnnotations())
            .noneMatch(
                mark ->
                    mark.annotationType()
                        .getPackageName()
                        .equals("org.springframework.web.bind.annotation"));
  }

  private static boolean isMany(Class<?> type) {
    return type.isArray() || Collection.class.isAssignableFrom(type);
  }

  private static boolean takesAny(HandlerMethod method) {
    return method.hasMethodAnnotation(AnyParameters.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), AnyParameters.class);
  }
}
