package io.playledger.command.identity;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;

import io.playledger.api.identity.BanPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.UnbanPlayer;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BanTest {

  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));

  private final CommandFixture fixture = new CommandFixture().given(register(ANNA));

  private static BanPlayer ban(PlayerId player, Instant until, Instant at) {
    return new BanPlayer(player, text(MODERATOR), until, at);
  }

  private static UnbanPlayer unban(PlayerId player, Instant at) {
    return new UnbanPlayer(player, text(MODERATOR), at);
  }

  @Nested
  class Ban {

    @Test
    void playerIsBanned() {
      fixture
          .when(ban(ANNA, null, NOW))
          .expectEvents(new PlayerBanned(ANNA, text(MODERATOR), null, NOW));
    }

    @Test
    void rejectsASecondBanWhileTheFirstLasts() {
      fixture
          .given(ban(ANNA, TOMORROW, NOW))
          .when(ban(ANNA, null, NOW))
          .expectRejection(IdentityRejection.PLAYER_ALREADY_BANNED);
    }

    @Test
    void playerCanBeBannedAgainAfterTheFirstBanEnded() {
      fixture
          .given(ban(ANNA, TOMORROW, NOW))
          .when(ban(ANNA, null, TOMORROW))
          .expectEvents(new PlayerBanned(ANNA, text(MODERATOR), null, TOMORROW));
    }

    @Test
    void rejectsABanThatEndsInThePast() {
      fixture.when(ban(ANNA, NOW, NOW)).expectRejection(IdentityRejection.BAN_ENDS_IN_THE_PAST);
    }

    @Test
    void rejectsABanOfAnUnknownPlayer() {
      fixture.when(ban(STRANGER, null, NOW)).expectRejection(IdentityRejection.PLAYER_NOT_FOUND);
    }
  }

  @Nested
  class Unban {

    @Test
    void playerIsUnbanned() {
      fixture
          .given(ban(ANNA, null, NOW))
          .when(unban(ANNA, TOMORROW))
          .expectEvents(new PlayerUnbanned(ANNA, text(MODERATOR), TOMORROW));
    }

    @Test
    void rejectsUnbanningAPlayerWhoIsNotBanned() {
      fixture.when(unban(ANNA, NOW)).expectRejection(IdentityRejection.PLAYER_NOT_BANNED);
    }

    @Test
    void rejectsUnbanningAPlayerWhoseBanHasEnded() {
      fixture
          .given(ban(ANNA, TOMORROW, NOW))
          .when(unban(ANNA, TOMORROW))
          .expectRejection(IdentityRejection.PLAYER_NOT_BANNED);
    }

    @Test
    void rejectsUnbanningAnUnknownPlayer() {
      fixture.when(unban(STRANGER, NOW)).expectRejection(IdentityRejection.PLAYER_NOT_FOUND);
    }
  }
}
