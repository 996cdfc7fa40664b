package io.playledger.access.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretBoxTest {

  private static final MasterKey OLD = new MasterKey(countingUpFrom(0));
  private static final MasterKey NEW = new MasterKey(countingUpFrom(100));

  private final byte[] plain = "words".getBytes(UTF_8);
  private final byte[] context = "whose".getBytes(UTF_8);

  static List<SecretBox> boxes() {
    return List.of(new SingleKeyBox(OLD.derive("a")), box("a", OLD), box("a", NEW, OLD));
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void boxDecryptsWhatItEncrypted(SecretBox box) {
    assertThat(box.open(box.seal(plain, context), context)).isEqualTo(plain);
    assertThat(box.open(box.seal(new byte[0], context), context)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void sameTextIsEncryptedDifferentlyEachTime(SecretBox box) {
    assertThat(box.seal(plain, context)).isNotEqualTo(box.seal(plain, context));
  }

  @ParameterizedTest
  @MethodSource("boxes")
  void alteredOrMovedValueIsNotDecrypted(SecretBox box) {
    byte[] sealed = box.seal(plain, context);

    assertThatThrownBy(() -> box.open(sealed, "other".getBytes(UTF_8)))
        .isInstanceOf(IllegalStateException.class);
    for (int at = 0; at < sealed.length; at++) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertThatThrownBy(() -> box.open(altered, context))
          .as("byte " + at)
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> box.open(new byte[3], context))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void valueOfAnotherPurposeOrInstallationIsNotDecrypted() {
    byte[] sealed = box("a", OLD).seal(plain, context);

    assertThatThrownBy(() -> box("b", OLD).open(sealed, context))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box("a", NEW).open(sealed, context))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void firstKeyEncryptsAndEveryKeyDecrypts() {
    byte[] before = box("a", OLD).seal(plain, context);
    byte[] after = box("a", NEW, OLD).seal(plain, context);

    assertThat(box("a", NEW, OLD).open(before, context)).isEqualTo(plain);
    assertThat(box("a", NEW).open(after, context)).isEqualTo(plain);
    assertThat(before).startsWith(OLD.header());
    assertThat(after).startsWith(NEW.header());
  }

  /** An address as it was stored before values named their key; made by another implementation. */
  @Test
  void valueWithoutAHeaderIsDecrypted() {
    byte[] stored =
        HexFormat.of()
            .parseHex(
                "6465666768696a6b6c6d6e6f8847c8b305566eb58114594157482ac39b976f2ade7e90f85e7172dae0"
                    + "c636");
    byte[] owner = "0198c0de-0000-7000-8000-000000000001".getBytes(UTF_8);

    assertThat(box("email", OLD).open(stored, owner)).asString(UTF_8).isEqualTo("ann@example.org");
    assertThat(box("email", NEW, OLD).open(stored, owner))
        .asString(UTF_8)
        .isEqualTo("ann@example.org");
  }

  /** What is stored depends on them forever. */
  @Test
  void derivedKeysAndIdsDoNotChange() {
    assertThat(OLD.id()).isEqualTo("f2fb461570c817b7");
    assertThat(MasterKey.header(OLD.id())).isEqualTo(HexFormat.of().formatHex(OLD.header()));
    assertThat(HexFormat.of().formatHex(OLD.derive("email-hash").getEncoded()))
        .isEqualTo("559ea9c8598e12bfe05c7f05da04ce19b815d49fcae2473f1bccb23436b0c12e");
  }

  private static SecretBox box(String purpose, MasterKey... keys) {
    return new RotatingBox(List.of(keys), purpose);
  }

  private static byte[] countingUpFrom(int first) {
    byte[] key = new byte[32];
    for (int i = 0; i < key.length; i++) {
      key[i] = (byte) (first + i);
    }
    return key;
  }
}
