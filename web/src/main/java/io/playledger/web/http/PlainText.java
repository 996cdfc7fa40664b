package io.playledger.web.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Text that a person may write: well-formed, of bounded length, no control but tab and newline. */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  /** Most characters (code points). */
  int max();

  /** What is said of a text that is none. */
  String message() default "is longer than {max} characters or has control characters in it";

  /** Unused here; asked for by Bean Validation. */
  Class<?>[] groups() default {};

  /** Unused here; asked for by Bean Validation. */
  Class<? extends Payload>[] payload() default {};
}
