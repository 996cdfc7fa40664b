package io.playledger.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetCodeTest {

  @ParameterizedTest
  @ValueSource(strings = {"AB", "A1", "USD", "Z9Z9", "TOKEN2", "ABCDEFGHIJK9"})
  void assetCodeHasTwoToTwelveLettersAndDigits(String code) {
    assertThat(new AssetCode(code).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "A",
        "1A",
        "ABCDEFGHIJKLM",
        "usd",
        "USd",
        "US D",
        "US-D",
        "ÜSD",
        "USÄ",
        "US\n",
        "U٣D"
      })
  void nothingElse(String code) {
    assertThatThrownBy(() -> new AssetCode(code)).isInstanceOf(IllegalArgumentException.class);
  }
}
