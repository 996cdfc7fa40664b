package io.playledger.web.limit;

import static io.playledger.web.limit.RateGroup.AUTH;
import static io.playledger.web.limit.RateGroup.EVERYTHING;
import static io.playledger.web.limit.RateGroup.SCORES;
import static io.playledger.web.limit.RateGroup.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The rules of counting, on a clock that the test turns. */
class RateLimiterTest {

  private static final RateLimitSettings.Delay DELAY =
      new RateLimitSettings.Delay(
          Duration.ofSeconds(1), Duration.ofSeconds(60), 2, Duration.ofMinutes(10));
  private static final CountedClient ANNA = new CountedClient(Counted.PLAYER, "anna", "192.0.2.1");
  private static final CountedClient BEN = new CountedClient(Counted.PLAYER, "ben", "192.0.2.1");
  private static final CountedClient NOBODY = CountedClient.anonymous("192.0.2.1");

  private long nanos = 1;

  private final TimeMeter clock =
      new TimeMeter() {
        @Override
        public long currentTimeNanos() {
          return nanos;
        }

        @Override
        public boolean isWallClockBased() {
          return false;
        }
      };
  private final MemoryCounts counts = new MemoryCounts(1_000, clock);

  private final RateLimiter limiter =
      limiter(
          Map.of(
              EVERYTHING,
              Map.of(Counted.PLAYER, Rate.of("100/15m"), Counted.ANONYMOUS, Rate.of("50/15m")),
              SEARCH,
              Map.of(Counted.PLAYER, Rate.of("6/1m"), Counted.ANONYMOUS, Rate.of("3/1m")),
              SCORES,
              Map.of(
                  Counted.SUBJECT,
                  Rate.of("2/1m"),
                  Counted.ADDRESS,
                  Rate.of("8/1m"),
                  Counted.EVERYBODY,
                  Rate.of("12/1m"))));

  private RateLimiter limiter(Map<RateGroup, Map<Counted, Rate>> groups) {
    return new RateLimiter(
        new RateLimitSettings(true, RateLimitSettings.Store.MEMORY, 1_000, 64, DELAY, groups),
        counts,
        new Delays(DELAY, 1_000, () -> nanos));
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  private int allowed(RateGroup group, CountedClient client, int requests) {
    int allowed = 0;
    for (int i = 0; i < requests; i++) {
      allowed += limiter.spend(group, client).isRefused() ? 0 : 1;
    }
    return allowed;
  }

  @Test
  void requestAboveTheRateOfItsGroupIsRefused() {
    assertThat(allowed(SEARCH, ANNA, 10)).isEqualTo(6);
  }

  @Test
  void otherGroupsAreNotAffected() {
    allowed(SEARCH, ANNA, 10);
    assertThat(allowed(AUTH, ANNA, 10)).isEqualTo(10);
  }

  @Test
  void playersBehindOneAddressAreCountedSeparately() {
    assertThat(allowed(SEARCH, ANNA, 10)).isEqualTo(6);
    assertThat(allowed(SEARCH, BEN, 10)).isEqualTo(6);
  }

  @Test
  void anonymousClientsAreCountedPerAddress() {
    assertThat(allowed(SEARCH, NOBODY, 10)).isEqualTo(3);
    assertThat(allowed(SEARCH, CountedClient.anonymous("192.0.2.2"), 10)).isEqualTo(3);
  }

  @Test
  void everyRequestCountsInTheGroupEverything() {
    allowed(AUTH, ANNA, 60);
    allowed(EVERYTHING, ANNA, 40);
    assertThat(limiter.spend(AUTH, ANNA).refusedBy().name()).isEqualTo("everything-player");
  }

  @Test
  void requestThatOneGroupRefusesIsNotCountedInTheOther() {
    RateLimiter both =
        limiter(
            Map.of(
                EVERYTHING, Map.of(Counted.PLAYER, Rate.of("2/1s")),
                SEARCH, Map.of(Counted.PLAYER, Rate.of("6/1h"))));
    for (int i = 0; i < 5; i++) {
      both.spend(SEARCH, ANNA);
    }
    pass(Duration.ofMinutes(1));
    assertThat(both.spend(SEARCH, ANNA).states()).contains("\"search-player\";r=3;");
  }

  @Test
  void requestThatOneCounterRefusesIsNotCountedByTheNext() {
    RateLimiter three =
        limiter(
            Map.of(
                SEARCH,
                Map.of(
                    Counted.PLAYER,
                    Rate.of("1/1h"),
                    Counted.ADDRESS,
                    Rate.of("3/1h"),
                    Counted.EVERYBODY,
                    Rate.of("5/1h"))));
    for (int i = 0; i < 5; i++) {
      three.spend(SEARCH, ANNA);
    }
    assertThat(three.spend(SEARCH, BEN).states()).contains("\"search-address\";r=1;");
    three.spend(SEARCH, new CountedClient(Counted.PLAYER, "cleo", "192.0.2.1"));
    Spending byAddress = three.spend(SEARCH, new CountedClient(Counted.PLAYER, "dan", "192.0.2.1"));
    assertThat(byAddress.refusedBy().name()).isEqualTo("search-address");
    CountedClient elsewhere = new CountedClient(Counted.PLAYER, "eve", "192.0.2.2");
    assertThat(three.spend(SEARCH, elsewhere).states()).contains("\"search-everybody\";r=1;");
  }

  @Test
  void addressIsCountedForAllItsClients() {
    assertThat(allowed(SCORES, ANNA, 6) + allowed(SCORES, BEN, 6)).isEqualTo(8);
  }

  @Test
  void everybodyIsCountedTogether() {
    int allowed = 0;
    for (int i = 0; i < 20; i++) {
      allowed += allowed(SCORES, new CountedClient(Counted.PLAYER, "p" + i, "192.0.2." + i), 1);
    }
    assertThat(allowed).isEqualTo(12);
  }

  @Test
  void requestsAreCountedPerSubject() {
    limiter.spendOn(SCORES, "anna");
    limiter.spendOn(SCORES, "anna");
    limiter.spendOn(SCORES, "ben");
    assertThatThrownBy(() -> limiter.spendOn(SCORES, "anna"))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(TransportCode.RATE_LIMITED);
              assertThat(problem.retryAfterSeconds()).isEqualTo(30);
            });
  }

  @Test
  void remainingQuotaIsReported() {
    Spending first = limiter.spend(SEARCH, ANNA);
    assertThat(first.policies())
        .isEqualTo("\"everything-player\";q=100;w=900, \"search-player\";q=6;w=60");
    assertThat(first.states())
        .isEqualTo("\"everything-player\";r=99;t=9, \"search-player\";r=5;t=10");
    allowed(SEARCH, ANNA, 5);
    Spending refused = limiter.spend(SEARCH, ANNA);
    assertThat(refused.states()).endsWith("\"search-player\";r=0;t=10");
    assertThat(refused.retryAfterSeconds()).isEqualTo(10);
  }

  @Test
  void quotaIsRefilledEvenly() {
    allowed(SEARCH, ANNA, 6);
    pass(Duration.ofSeconds(20));
    assertThat(allowed(SEARCH, ANNA, 6)).isEqualTo(2);
  }

  @Test
  void disabledLimiterCountsNothing() {
    RateLimiter off =
        new RateLimiter(
            new RateLimitSettings(
                false,
                RateLimitSettings.Store.MEMORY,
                1_000,
                64,
                DELAY,
                Map.of(EVERYTHING, Map.of(Counted.PLAYER, Rate.of("1/1m")))),
            counts,
            new Delays(DELAY, 1_000, () -> nanos));
    off.spend(EVERYTHING, ANNA);
    Spending second = off.spend(EVERYTHING, ANNA);
    assertThat(second.isRefused()).isFalse();
    assertThat(second.isReported()).isFalse();
  }

  @Test
  void countersAreBounded() {
    for (int i = 0; i < 20_000; i++) {
      limiter.spend(SEARCH, CountedClient.anonymous("10.0." + i / 250 + "." + i % 250));
    }
    assertThat(counts.size()).isLessThanOrEqualTo(1_000);
  }

  @Nested
  class RepeatedViolation {

    /** One request a second is allowed, so each wait below would do without the delay. */
    private final RateLimiter strict =
        limiter(Map.of(AUTH, Map.of(Counted.ANONYMOUS, Rate.of("1/1s"))));

    private int violate() {
      strict.spend(AUTH, NOBODY);
      return strict.spend(AUTH, NOBODY).retryAfterSeconds();
    }

    @Test
    void repeatedViolationBlocksLongerEachTime() {
      for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
        assertThat(violate()).isEqualTo(expected);
        pass(Duration.ofSeconds(expected));
      }
    }

    /** Each of them found no block before the first of them was refused. */
    @Test
    void parallelRefusalsLengthenTheBlockOnce() {
      Delays delays = new Delays(DELAY, 1_000, () -> nanos);
      CountKey key = new CountKey(AUTH, Counted.ANONYMOUS, "192.0.2.1");
      for (int seconds : new int[] {1, 2, 4}) {
        for (int request = 0; request < 3; request++) {
          assertThat(delays.refused(key)).isEqualTo(Duration.ofSeconds(seconds).toNanos());
        }
        pass(Duration.ofSeconds(seconds));
      }
    }

    @Test
    void requestsDuringABlockDoNotLengthenIt() {
      violate();
      pass(Duration.ofSeconds(1));
      assertThat(violate()).isEqualTo(2);
      pass(Duration.ofMillis(1_500));
      assertThat(strict.spend(AUTH, NOBODY).retryAfterSeconds()).isEqualTo(1);
      assertThat(strict.spend(AUTH, NOBODY).isRefused()).isTrue();
      pass(Duration.ofMillis(500));
      assertThat(strict.spend(AUTH, NOBODY).isRefused()).isFalse();
    }

    @Test
    void violationsAreForgottenAfterAWhile() {
      violate();
      pass(Duration.ofSeconds(1));
      violate();
      pass(Duration.ofMinutes(10).plusSeconds(1));
      assertThat(violate()).isEqualTo(1);
    }

    @Test
    void sharedLimitBlocksNobody() {
      RateLimiter shared = limiter(Map.of(SCORES, Map.of(Counted.EVERYBODY, Rate.of("1/1s"))));
      for (int i = 0; i < 5; i++) {
        shared.spend(SCORES, ANNA);
        assertThat(shared.spend(SCORES, ANNA).retryAfterSeconds()).isEqualTo(1);
        pass(Duration.ofSeconds(1));
      }
    }
  }
}
