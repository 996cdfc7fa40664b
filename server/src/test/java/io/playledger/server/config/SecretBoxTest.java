package io.playledger.server.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private final Secrets secrets = new Secrets(new byte[32]);
  private final SecretBox box = new SecretBox(secrets.derive("a"));
  private final byte[] plain = "words".getBytes(UTF_8);
  private final byte[] context = "whose".getBytes(UTF_8);

  @Test
  void opensWhatItSealed() {
    assertThat(box.open(box.seal(plain, context), context)).isEqualTo(plain);
    assertThat(box.open(box.seal(new byte[0], context), context)).isEmpty();
  }

  @Test
  void sealsTheSameDifferentlyEachTime() {
    assertThat(box.seal(plain, context)).isNotEqualTo(box.seal(plain, context));
  }

  @Test
  void opensNothingInAnotherContextWithAnotherKeyOrAltered() {
    byte[] sealed = box.seal(plain, context);
    byte[] altered = sealed.clone();
    altered[altered.length - 1] ^= 1;

    assertThatThrownBy(() -> box.open(sealed, "other".getBytes(UTF_8)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new SecretBox(secrets.derive("b")).open(sealed, context))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box.open(altered, context)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> box.open(new byte[3], context))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keysOfOnePurposeAreAlwaysTheSame() {
    assertThat(secrets.derive("a").getEncoded())
        .isEqualTo(new Secrets(new byte[32]).derive("a").getEncoded())
        .isNotEqualTo(secrets.derive("b").getEncoded())
        .hasSize(32);
  }
}
