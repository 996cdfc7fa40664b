package io.playledger.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event handler that serves connected clients. Its processor is named {@code
 * feeds.<name>}, runs on every node, starts at the head of the log with each start of the node and
 * keeps no token. An event whose handler fails is logged, counted and skipped.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Feed {

  /** Name of the feed. */
  String name();
}
