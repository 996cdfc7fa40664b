package io.playledger.access.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernamesTest {

  @ParameterizedTest
  @CsvSource({
    "ann, ann",
    "Ann Bonny, Ann-Bonny",
    "Zoë Müller, Zoe-Muller",
    "<script>, script",
    "abcdefghijklmnopqrstuvwxyz, abcdefghijklmnopqrstuvwx",
    "李小龙, player",
    "x, player",
    "'', player"
  })
  void generatedUsernamesResembleTheNameAndKeepTheRules(String name, String first) {
    assertThat(Usernames.near(Optional.of(name)))
        .startsWith(first)
        .hasSizeGreaterThan(3)
        .allMatch(username -> username.matches("[A-Za-z0-9_-]{3,24}"));
  }

  @ParameterizedTest
  @CsvSource({"ann", "abcdefghijklmnopqrstuvwxyz"})
  void generatedUsernamesDiffer(String name) {
    assertThat(Usernames.near(Optional.of(name)).stream().distinct().count()).isGreaterThan(4);
  }
}
