package io.playledger.command.identity;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;

import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.RevokeRole;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.command.CommandFixture;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RoleTest {

  private final CommandFixture fixture = new CommandFixture().given(register(ANNA));

  private static GrantRole grant(PlayerId player, Role role) {
    return new GrantRole(player, role, text(MODERATOR), NOW);
  }

  @Nested
  class Revoke {

    private RevokeRole revoke(PlayerId player, Role role) {
      return new RevokeRole(player, role, text(MODERATOR), NOW);
    }

    @Test
    void revokedRoleCanBeGrantedAgain() {
      fixture
          .given(grant(ANNA, Role.AUDITOR))
          .when(revoke(ANNA, Role.AUDITOR))
          .expectEvents(new RoleRevoked(ANNA, Role.AUDITOR, text(MODERATOR), NOW));
      fixture
          .when(grant(ANNA, Role.AUDITOR))
          .expectEvents(new RoleGranted(ANNA, Role.AUDITOR, text(MODERATOR), NOW));
    }

    @Test
    void rejectsRevokingARoleThatIsNotHeld() {
      fixture.when(revoke(ANNA, Role.ADMIN)).expectRejection(IdentityRejection.ROLE_NOT_HELD);
    }

    @Test
    void rejectsRevokingTheRoleOfEveryPlayer() {
      fixture.when(revoke(ANNA, Role.PLAYER)).expectRejection(IdentityRejection.ROLE_NOT_REVOCABLE);
    }

    @Test
    void rejectsRevokingARoleOfAnUnknownPlayer() {
      fixture
          .when(revoke(STRANGER, Role.ADMIN))
          .expectRejection(IdentityRejection.PLAYER_NOT_FOUND);
    }
  }

  @Nested
  class Grant {

    @Test
    void roleIsGranted() {
      fixture
          .when(grant(ANNA, Role.MODERATOR))
          .expectEvents(new RoleGranted(ANNA, Role.MODERATOR, text(MODERATOR), NOW));
    }

    @Test
    void rejectsGrantingARoleThatIsHeld() {
      fixture
          .given(grant(ANNA, Role.ADMIN))
          .when(grant(ANNA, Role.ADMIN))
          .expectRejection(IdentityRejection.ROLE_ALREADY_GRANTED);
    }

    @Test
    void rejectsGrantingTheRoleOfEveryPlayer() {
      fixture
          .when(grant(ANNA, Role.PLAYER))
          .expectRejection(IdentityRejection.ROLE_ALREADY_GRANTED);
    }

    @Test
    void rejectsGrantingARoleToAnUnknownPlayer() {
      fixture.when(grant(STRANGER, Role.ADMIN)).expectRejection(IdentityRejection.PLAYER_NOT_FOUND);
    }
  }
}
