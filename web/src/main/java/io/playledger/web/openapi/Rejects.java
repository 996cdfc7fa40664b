package io.playledger.web.openapi;

import io.playledger.api.Command;
import io.playledger.api.RejectedFor;
import io.playledger.api.RejectionCode;
import io.playledger.web.problem.TransportCode;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rejections that an operation has of its own, besides those of {@link OperationErrors#shared}.
 * A test compares them with the code of the operation, and the OpenAPI document publishes them.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rejects {

  /** Commands that the operation sends. It has the rejections of their {@link RejectedFor}. */
  Class<? extends Command<?>>[] commands() default {};

  /** Further names of {@link RejectionCode}s and {@link TransportCode}s, in alphabetical order. */
  String[] codes() default {};

  /** Codes of the commands or of the code of the operation to which it never leads. */
  String[] never() default {};
}
