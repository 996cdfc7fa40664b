package io.playledger.web.text;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Validates {@link PlainText}. A missing text is valid. */
public final class PlainTextValidator implements ConstraintValidator<PlainText, String> {

  private int max;

  @Override
  public void initialize(PlainText annotation) {
    max = annotation.max();
  }

  @Override
  public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
    return text == null || text.codePointCount(0, text.length()) <= max && isPlain(text);
  }

  /** Without control characters, except for tab and newline, and well-formed. */
  public static boolean isPlain(String text) {
    return text.codePoints().allMatch(PlainTextValidator::allowed);
  }

  private static boolean allowed(int character) {
    return switch (character) {
      case '\t', '\n', '\r' -> true;
      default -> !Character.isISOControl(character) && !loneSurrogate(character);
    };
  }

  private static boolean loneSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
