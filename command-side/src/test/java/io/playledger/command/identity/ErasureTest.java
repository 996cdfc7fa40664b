package io.playledger.command.identity;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;

import io.playledger.api.identity.BanPlayer;
import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.RevokeRole;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.event.WalletClosed;
import io.playledger.command.CommandFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureTest {

  private static final ErasePlayer BY_ANNA = new ErasePlayer(ANNA, null, NOW);

  private final CommandFixture fixture = new CommandFixture().given(register(ANNA));

  @Test
  void playerIsErasedOnTheirOwnRequest() {
    fixture
        .when(BY_ANNA)
        .expectEvents(new PlayerErased(ANNA, null, NOW), new WalletClosed(ANNA, NOW));
  }

  @Test
  void playerIsErasedOnRequestOfAnAdmin() {
    fixture
        .when(new ErasePlayer(ANNA, text(MODERATOR), NOW))
        .expectEvents(new PlayerErased(ANNA, text(MODERATOR), NOW), new WalletClosed(ANNA, NOW));
  }

  @Test
  void rejectsTheErasureOfAnUnknownPlayer() {
    fixture
        .when(new ErasePlayer(STRANGER, null, NOW))
        .expectRejection(IdentityRejection.PLAYER_NOT_FOUND);
  }

  @Test
  void rejectsASecondErasure() {
    fixture.given(BY_ANNA).when(BY_ANNA).expectRejection(IdentityRejection.PLAYER_ERASED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ADMIN", "MODERATOR", "AUDITOR"})
  void rejectsTheErasureOfStaffUntilTheRoleIsRevoked(Role role) {
    fixture
        .given(new GrantRole(ANNA, role, text(MODERATOR), NOW))
        .when(BY_ANNA)
        .expectRejection(IdentityRejection.STAFF_ROLE_HELD);
    fixture
        .given(new RevokeRole(ANNA, role, text(MODERATOR), NOW))
        .when(BY_ANNA)
        .expectEvents(new PlayerErased(ANNA, null, NOW), new WalletClosed(ANNA, NOW));
  }

  @Test
  void rejectsLaterCommandsForAnErasedPlayer() {
    fixture
        .given(BY_ANNA)
        .when(new GrantRole(ANNA, Role.PREMIUM, text(MODERATOR), NOW))
        .expectRejection(IdentityRejection.PLAYER_ERASED);
    fixture
        .when(new BanPlayer(ANNA, text(MODERATOR), null, NOW))
        .expectRejection(IdentityRejection.PLAYER_ERASED);
  }
}
