package io.playledger.web.call;

import io.playledger.api.PageOf;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.filter.RequestFingerprint;
import io.playledger.web.http.Headers;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves the parameters of controllers that come from neither path, query nor body: {@link
 * Caller}, {@link SignedIn}, {@link CommandCall}, {@link RequestKey}, {@link RequestOrigin}, {@link
 * MinPosition} and {@link IfMatch}. Gives them {@link PageOf}, too, which is made of the parameters
 * {@code cursor} and {@code limit}.
 */
public final class CallerResolver implements HandlerMethodArgumentResolver {

  static final String CALLER = Caller.class.getName();
  private static final Pattern UUID_SHAPE =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern POSITION_SHAPE = Pattern.compile("[0-9]{1,18}");
  private static final Pattern VERSION_SHAPE = Pattern.compile("\"([0-9]{1,18})\"");

  private final RequestFingerprint fingerprint;

  public CallerResolver(RequestFingerprint fingerprint) {
    this.fingerprint = fingerprint;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return gives(parameter.getParameterType());
  }

  /** Whether arguments of this type come from here. */
  static boolean gives(Class<?> type) {
    return type == Caller.class
        || type == CommandCall.class
        || type == RequestKey.class
        || type == SignedIn.class
        || type == RequestOrigin.class
        || type == MinPosition.class
        || type == PageOf.class
        || type == IfMatch.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = webRequest.getNativeRequest(HttpServletRequest.class);
    Class<?> type = parameter.getParameterType();
    if (type == Caller.class) {
      return caller(request);
    }
    if (type == CommandCall.class) {
      return new CommandCall(caller(request), idempotencyKey(request), fingerprint.of(request));
    }
    if (type == RequestKey.class) {
      return new RequestKey(idempotencyKey(request), fingerprint.withoutSecrets(request));
    }
    if (type == SignedIn.class) {
      return AuthorityInterceptor.signedIn();
    }
    if (type == RequestOrigin.class) {
      return request.getAttribute(RequestOrigin.ATTRIBUTE);
    }
    if (type == PageOf.class) {
      return page(request);
    }
    return type == MinPosition.class ? minPosition(request) : ifMatch(request);
  }

  /** The client's idempotency key. Refuses a request without one. */
  private static UUID idempotencyKey(HttpServletRequest request) {
    String given = once(request, Headers.IDEMPOTENCY_KEY);
    if (given == null || given.isBlank()) {
      throw ApiProblem.of(TransportCode.IDEMPOTENCY_KEY_MISSING);
    }
    if (!UUID_SHAPE.matcher(given.strip()).matches()) {
      throw ApiProblem.invalid(Headers.IDEMPOTENCY_KEY, "must be a UUID");
    }
    return UUID.fromString(given.strip());
  }

  /** Refuses a header that is sent twice: another program could read the other value. */
  private static @Nullable String once(HttpServletRequest request, String name) {
    Enumeration<String> values = request.getHeaders(name);
    String first = values.hasMoreElements() ? values.nextElement() : null;
    if (values.hasMoreElements()) {
      throw ApiProblem.invalid(name, "is sent more than once");
    }
    return first;
  }

  private static Caller caller(HttpServletRequest request) {
    if (request.getAttribute(CALLER) instanceof Caller caller) {
      return caller;
    }
    throw ApiProblem.of(TransportCode.UNAUTHENTICATED);
  }

  private static MinPosition minPosition(HttpServletRequest request) {
    String given = once(request, Headers.MIN_POSITION);
    if (given == null) {
      return MinPosition.NONE;
    }
    if (!POSITION_SHAPE.matcher(given.strip()).matches()) {
      throw ApiProblem.invalid(Headers.MIN_POSITION, "must be a log position, for example 1042");
    }
    return new MinPosition(Long.parseLong(given.strip()));
  }

  private static PageOf page(HttpServletRequest request) {
    String given = request.getParameter("limit");
    int limit = given == null || given.isEmpty() ? PageOf.LIMIT : limit(given);
    return new PageOf(request.getParameter("cursor"), limit);
  }

  private static int limit(String given) {
    int limit;
    try {
      limit = Integer.parseInt(given.strip());
    } catch (NumberFormatException noNumber) {
      throw ApiProblem.invalid("limit", "must be a whole number in range");
    }
    if (limit < 1) {
      throw ApiProblem.invalid("limit", "must be greater than or equal to 1");
    }
    if (limit > PageOf.LIMIT_MAX) {
      throw ApiProblem.invalid("limit", "must be less than or equal to " + PageOf.LIMIT_MAX);
    }
    return limit;
  }

  private static IfMatch ifMatch(HttpServletRequest request) {
    String given = once(request, "If-Match");
    if (given == null || given.strip().equals("*")) {
      return new IfMatch(null);
    }
    var shape = VERSION_SHAPE.matcher(given.strip());
    if (!shape.matches()) {
      throw ApiProblem.invalid("If-Match", "must be an ETag of this resource, such as \"3\"");
    }
    return new IfMatch(Long.valueOf(shape.group(1)));
  }
}
