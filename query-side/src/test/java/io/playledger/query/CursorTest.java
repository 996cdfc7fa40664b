package io.playledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.api.InvalidCursorException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final List<?> FILTER = Arrays.asList("history", "ada", null);

  @Test
  void cursorReturnsItsKeys() {
    Cursor cursor = Cursor.read(Cursor.write(FILTER, 42L, "x y"), FILTER, 2);

    assertThat(cursor.number(0)).isEqualTo(42);
    assertThat(cursor.text(1)).isEqualTo("x y");
  }

  @Test
  void cursorBelongsToItsFilter() {
    String cursor = Cursor.write(FILTER, 42L);

    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> Cursor.read(cursor, List.of("history", "bob"), 1));
  }

  @Test
  void everyChangedByteOfACursorIsNoticed() {
    byte[] bytes = Base64.getUrlDecoder().decode(Cursor.write(FILTER, 1234567L));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
      assertThatExceptionOfType(InvalidCursorException.class)
          .isThrownBy(() -> Cursor.read(cursor, FILTER, 1));
    }
  }

  @Test
  void similarFiltersHaveDifferentCursors() {
    String cursor = Cursor.write(Arrays.asList("x, y", "z", null), 42L);

    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> Cursor.read(cursor, Arrays.asList("x", "y, z", null), 1));
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> Cursor.read(cursor, Arrays.asList("x, y", "z", "null"), 1));
  }

  @Test
  void keysOfAnotherTypeAreRefused() {
    Cursor forged = Cursor.read(Cursor.write(FILTER, "abc", 1L << 40), FILTER, 2);

    assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> forged.number(0));
    assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> forged.integer(1));
    assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> forged.instant(0));
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> forged.key(0, UUID::fromString));
  }

  @Test
  void cursorThatIsTooLongIsRefused() {
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> Cursor.read("A".repeat(4_000), FILTER, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AA", "%%%", "AAAAAAAAAAAAAAAA", "../../etc"})
  void textThatIsNoCursorIsRefused(String text) {
    assertThatExceptionOfType(InvalidCursorException.class)
        .isThrownBy(() -> Cursor.read(text, FILTER, 1));
  }
}
