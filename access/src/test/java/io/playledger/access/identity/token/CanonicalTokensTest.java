package io.playledger.access.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTokensTest {

  @ParameterizedTest
  @ValueSource(strings = {"AA.AAA.AAAA", "Zg.Zm8.Zm9v", "Zm9vYg.Zm9vYmE.Zm9vYmFy"})
  void threePartsOfBase64urlAreCanonical(String token) {
    assertThat(CanonicalTokens.isCanonical(token)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AA",
        "AA.AA",
        "AA.AA.",
        ".AA.AA",
        "AA..AA",
        "AA.AA.AA.AA",
        "A.AA.AA",
        "AB.AA.AA",
        "AA.AA.AP",
        "AAB.AA.AA",
        "AA.AA.AAD",
        "AA=.AA.AA",
        "AA.AA.AA==",
        "A+.AA.AA",
        "AA.A/.AA",
        "AA.AA.A A",
        "AA.AA.AA\n",
        "AA.AA.Aé"
      })
  void everyOtherSpellingIsNot(String token) {
    assertThat(CanonicalTokens.isCanonical(token)).isFalse();
  }

  @Test
  void hugeTokenIsRefusedUnread() {
    assertThat(CanonicalTokens.isCanonical("AA.AA." + "A".repeat(4_090))).isTrue();
    assertThat(CanonicalTokens.isCanonical("AA.AA." + "A".repeat(4_094))).isFalse();
  }
}
