package io.playledger.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private record Said(@PlainText(max = 5) String text) {}

  private static boolean valid(String text) {
    return VALIDATOR.validate(new Said(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "a\tb\nc", "äöü→", "😀😀😀😀😀"})
  void lengthOfATextIsCountedInCharacters(String text) {
    assertThat(valid(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"123456", "a\u0000b", "a\u001bb", "a\u007fb", "a\u0085b"})
  void longerTextsAndControlCharactersAreRejected(String text) {
    assertThat(valid(text)).isFalse();
  }

  @Test
  void incompleteCharactersAreRejected() {
    assertThat(valid("a" + Character.toString(0xD800))).isFalse();
    assertThat(valid(Character.toString(0xDC00) + "a")).isFalse();
  }

  @Test
  void absentTextIsAccepted() {
    assertThat(valid(null)).isTrue();
  }
}
