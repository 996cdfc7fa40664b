package io.playledger.access.identity.signin;

import io.playledger.access.identity.mfa.MfaSettings;
import io.playledger.access.identity.session.Standing;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.SignedIn;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Withholds the roles of staff from sessions without a second factor, and from all API keys. */
public final class StaffFactors {

  private final MfaSettings settings;
  private final Clock clock;

  StaffFactors(MfaSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  public SignedIn signedIn(Standing standing, UUID session) {
    Set<Role> withheld = EnumSet.noneOf(Role.class);
    if (settings.requiredForStaff() && standing.secondFactorAt().isEmpty()) {
      withheld.addAll(standing.roles());
      withheld.retainAll(SignedIn.STAFF);
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(standing.roles());
    roles.removeAll(withheld);
    return new SignedIn(
        standing.player(),
        roles,
        Optional.of(session),
        withheld,
        standing.secondFactorAt().map(this::stepUp).orElse(SignedIn.StepUp.NONE));
  }

  /**
   * A key cannot show a second factor, so no role of staff applies, whatever the owner has shown.
   */
  static SignedIn byKey(Standing owner) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    roles.addAll(owner.roles());
    roles.removeAll(SignedIn.STAFF);
    return new SignedIn(owner.player(), roles, Optional.empty());
  }

  private SignedIn.StepUp stepUp(Instant shownAt) {
    return clock.instant().isBefore(shownAt.plus(settings.stepUpAge()))
        ? SignedIn.StepUp.FRESH
        : SignedIn.StepUp.STALE;
  }
}
