package io.playledger.runtime;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event handler with effects outside its own tables: commands, mail, webhooks. Its
 * processor is named {@code reactions.<name>}, starts at the head of the log when it is new, and
 * never handles events in a replay.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reaction {

  /** Name of the reaction. */
  String name();
}
