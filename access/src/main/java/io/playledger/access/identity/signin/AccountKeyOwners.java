package io.playledger.access.identity.signin;

import io.playledger.access.apikey.KeyOwners;
import io.playledger.access.identity.session.Standings;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.SignedIn;
import java.util.Optional;

/** Finds the accounts for which API keys act. */
final class AccountKeyOwners implements KeyOwners {

  private final Standings standings;
  private final FreshSignIn freshSignIn;

  AccountKeyOwners(Standings standings, FreshSignIn freshSignIn) {
    this.standings = standings;
    this.freshSignIn = freshSignIn;
  }

  @Override
  public Optional<SignedIn> signedIn(PlayerId owner) {
    return standings.of(owner).map(StaffFactors::byKey);
  }

  @Override
  public void requireStepUp(SignedIn caller) {
    freshSignIn.require(caller);
  }
}
