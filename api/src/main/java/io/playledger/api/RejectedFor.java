package io.playledger.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes for which the handler of a command can reject it, in alphabetical order. A test
 * compares them with the code of the handler, and the OpenAPI document publishes them.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RejectedFor {

  /** Names of {@link RejectionCode}s. */
  String[] value() default {};

  /** Further codes that the code of the handler names, but that this command never leads to. */
  String[] never() default {};
}
