package io.playledger.verification.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClientLedgerTest {

  private final ClientLedger books = new ClientLedger();

  @Test
  void transferMovesTheAmountBetweenAccounts() {
    books.move("system:mint", "player-1", Currency.USD, 500);
    books.move("player-1", "player-2", Currency.USD, 120);
    assertThat(books.balance("player-1", Currency.USD)).isEqualTo(380);
    assertThat(books.balance("player-2", Currency.USD)).isEqualTo(120);
    assertThat(books.balance("player-2", Currency.GOLD)).isZero();
    assertThat(books.sum("player-", Currency.USD)).isEqualTo(500);
    assertThat(books.sum("", Currency.USD)).isZero();
  }

  @Test
  void salePaysTheSellerThePriceMinusTheFeeRoundedDown() {
    books.settle("player-1", "player-2", Currency.USD, 999, 250);
    assertThat(books.balance("player-1", Currency.USD)).isEqualTo(-999);
    assertThat(books.balance(ClientLedger.FEES, Currency.USD)).isEqualTo(24);
    assertThat(books.balance("player-2", Currency.USD)).isEqualTo(975);
  }

  @Test
  void shareOfZeroMovesNothing() {
    books.settle("player-1", "player-2", Currency.USD, 0, 250);
    assertThat(books.sum("player-", Currency.USD)).isZero();
  }

  @Test
  void amountThatIsNotPositiveIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> books.move("player-1", "player-2", Currency.USD, 0));
  }

  @Test
  void overflowIsAnError() {
    books.move("system:mint", "player-1", Currency.GOLD, Long.MAX_VALUE);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> books.move("system:mint", "player-1", Currency.GOLD, 2));
  }

  @Test
  void feesAreExactNearTheLimits() {
    SplittableRandom random = new SplittableRandom(42);
    for (int i = 0; i < 10_000; i++) {
      long units = random.nextLong(Long.MAX_VALUE);
      int basisPoints = random.nextInt(10_001);
      long exact =
          BigInteger.valueOf(units)
              .multiply(BigInteger.valueOf(basisPoints))
              .divide(BigInteger.valueOf(10_000))
              .longValueExact();
      assertThat(Fee.on(units, basisPoints)).isEqualTo(exact);
    }
  }
}
