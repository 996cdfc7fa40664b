package io.playledger.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VictimTest {

  @Test
  void eachVictimIsKilledInHalfOfTheRounds() {
    List<Victim> fifty = Victim.dealt(50, new Random(1));
    assertThat(Collections.frequency(fifty, Victim.SERVER)).isEqualTo(25);
    assertThat(Collections.frequency(fifty, Victim.POSTGRES)).isEqualTo(25);
    assertThat(Collections.frequency(Victim.dealt(3, new Random(1)), Victim.SERVER)).isEqualTo(2);
  }

  /** A PostgreSQL killed again and again within moments is given up, as it should be. */
  @Test
  void noVictimIsKilledMoreThanTwiceInARow() {
    List<Victim> many = Victim.dealt(1_000, new Random(2));
    for (int i = 2; i < many.size(); i++) {
      assertThat(many.get(i) == many.get(i - 1) && many.get(i) == many.get(i - 2)).isFalse();
    }
  }
}
