package io.playledger.web.text;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that a person can write: valid Unicode, of limited length, without control characters
 * except tab and newline.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

  /** Greatest number of characters (code points). */
  int max();

  /** The message for an invalid text. */
  String message() default "is longer than {max} characters or has control characters in it";

  /** Unused; required by Bean Validation. */
  Class<?>[] groups() default {};

  /** Unused; required by Bean Validation. */
  Class<? extends Payload>[] payload() default {};
}
