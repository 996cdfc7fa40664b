package io.playledger.verification.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.day.Repetition;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlipTest {

  private static final BankSettings SETTINGS =
      new BankSettings("test", 10_000, 5, 10, 1_000, 4, Path.of("none"), List.of());

  private static List<Slip> slips() {
    return IntStream.range(0, SETTINGS.transfers())
        .mapToObj(number -> Slip.of(number, SETTINGS))
        .toList();
  }

  @Test
  void fifthOfTheTransfersIsRepeatedInEveryWay() {
    List<Slip> slips = slips();
    long again =
        slips.stream().filter(slip -> slip.kept() || slip.repetition() != Repetition.ONCE).count();
    assertThat(again).isBetween(1_800L, 2_200L);
    assertThat(slips.stream().map(Slip::repetition).distinct()).hasSize(Repetition.values().length);
    assertThat(slips.stream().filter(Slip::kept).count()).isBetween(300L, 500L);
  }

  @Test
  void hotAccountsTakePartInMostTransfers() {
    List<Slip> slips = slips();
    assertThat(slips.stream().filter(slip -> slip.payer() < SETTINGS.hot()).count())
        .isBetween(7_500L, 8_500L);
    assertThat(slips).allMatch(slip -> slip.payer() != slip.payee() && slip.units() > 0);
    assertThat(slips).allMatch(slip -> slip.payee() < SETTINGS.accounts());
  }

  @Test
  void someTransfersAskForMoreThanTheBalance() {
    long all = SETTINGS.accounts() * BankAccounts.OPENING_UNITS;
    List<Slip> refused = slips().stream().filter(slip -> slip.units() > all).toList();
    assertThat(refused).hasSizeBetween(200, 400);
    assertThat(refused).anyMatch(Slip::kept);
    assertThat(refused.stream().map(Slip::repetition).distinct())
        .hasSize(Repetition.values().length);
    assertThat(slips()).allMatch(slip -> slip.units() > all || slip.units() <= 5_000);
  }

  @Test
  void sameSeedGivesTheSameSlips() {
    assertThat(slips()).isEqualTo(slips());
  }
}
