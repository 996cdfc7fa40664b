package io.playledger.command.apikey;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;

import io.playledger.api.apikey.ApiKeyCreated;
import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.apikey.ApiKeyRejection;
import io.playledger.api.apikey.ApiKeyRevoked;
import io.playledger.api.apikey.ApiKeyRotated;
import io.playledger.api.apikey.CreateApiKey;
import io.playledger.api.apikey.RevokeApiKey;
import io.playledger.api.apikey.RotateApiKey;
import io.playledger.api.identity.PlayerId;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

  private static final ApiKeyId KEY = ApiKeyId.of("01990000-0000-7000-8000-000000000001");
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration HOUR = Duration.ofHours(1);

  private final CommandFixture fixture = new CommandFixture();

  private static CreateApiKey create(Duration age) {
    return new CreateApiKey(KEY, ANNA, "wallet:read", NOW.plus(age), NOW);
  }

  private static RotateApiKey rotate(PlayerId asker, Duration overlap, Instant at) {
    return new RotateApiKey(KEY, asker, at.plus(overlap), at);
  }

  @Nested
  class Create {

    @Test
    void createsAKey() {
      fixture
          .when(create(MONTH))
          .expectEvents(new ApiKeyCreated(KEY, ANNA, "wallet:read", NOW.plus(MONTH), NOW))
          .expectAnswer(KEY);
    }

    @Test
    void rejectsAnExpiryInThePastOrTooFarAhead() {
      for (Duration age : new Duration[] {Duration.ZERO, HOUR.negated(), Duration.ofDays(367)}) {
        fixture.when(create(age)).expectRejection(ApiKeyRejection.API_KEY_EXPIRY_OUT_OF_RANGE);
      }
    }

    @Test
    void rejectsAnIdThatIsTaken() {
      fixture
          .given(create(MONTH))
          .when(create(MONTH))
          .expectRejection(ApiKeyRejection.API_KEY_ALREADY_EXISTS);
    }
  }

  @Nested
  class Rotate {

    @Test
    void statesUntilWhenTheFormerSecretIsAccepted() {
      fixture
          .given(create(MONTH))
          .when(rotate(ANNA, HOUR, NOW))
          .expectEvents(new ApiKeyRotated(KEY, NOW.plus(HOUR), NOW));
    }

    @Test
    void rejectsAnOverlapThatIsNegativeOrLong() {
      fixture.given(create(MONTH));
      for (Duration overlap : new Duration[] {HOUR.negated(), Duration.ofDays(8)}) {
        fixture
            .when(rotate(ANNA, overlap, NOW))
            .expectRejection(ApiKeyRejection.API_KEY_OVERLAP_OUT_OF_RANGE);
      }
    }

    @Test
    void rejectsTheRotationOfAnEndedKey() {
      fixture
          .given(create(MONTH))
          .when(rotate(ANNA, HOUR, NOW.plus(MONTH)))
          .expectRejection(ApiKeyRejection.API_KEY_ENDED);
      fixture
          .given(new RevokeApiKey(KEY, ANNA, NOW))
          .when(rotate(ANNA, HOUR, NOW))
          .expectRejection(ApiKeyRejection.API_KEY_ENDED);
    }

    @Test
    void rejectsARotationByAStranger() {
      fixture
          .given(create(MONTH))
          .when(rotate(STRANGER, HOUR, NOW))
          .expectRejection(ApiKeyRejection.API_KEY_NOT_FOUND);
    }
  }

  @Nested
  class Revoke {

    @Test
    void ownerRevokesTheKey() {
      fixture
          .given(create(MONTH))
          .when(new RevokeApiKey(KEY, ANNA, NOW))
          .expectEvents(new ApiKeyRevoked(KEY, NOW));
    }

    @Test
    void platformRevokesTheKey() {
      fixture
          .given(create(MONTH))
          .when(new RevokeApiKey(KEY, null, NOW))
          .expectEvents(new ApiKeyRevoked(KEY, NOW));
    }

    @Test
    void rejectsASecondRevocation() {
      fixture
          .given(create(MONTH), new RevokeApiKey(KEY, ANNA, NOW))
          .when(new RevokeApiKey(KEY, ANNA, NOW))
          .expectRejection(ApiKeyRejection.API_KEY_ENDED);
    }

    @Test
    void rejectsARevocationByAStrangerAndOfAnUnknownKey() {
      fixture
          .when(new RevokeApiKey(KEY, ANNA, NOW))
          .expectRejection(ApiKeyRejection.API_KEY_NOT_FOUND);
      fixture
          .given(create(MONTH))
          .when(new RevokeApiKey(KEY, STRANGER, NOW))
          .expectRejection(ApiKeyRejection.API_KEY_NOT_FOUND);
    }
  }
}
