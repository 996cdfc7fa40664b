package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.server.apikey.KeyOwners;
import io.playledger.server.http.SignedIn;
import io.playledger.server.identity.session.Standings;
import java.util.Optional;

/** API keys act in the name of accounts, and are credentials of theirs. */
final class AccountKeyOwners implements KeyOwners {

  private final Standings standings;
  private final SecondProof secondProof;

  AccountKeyOwners(Standings standings, SecondProof secondProof) {
    this.standings = standings;
    this.secondProof = secondProof;
  }

  @Override
  public Optional<SignedIn> signedIn(PlayerId owner) {
    return standings.of(owner).map(StaffFactors::byKey);
  }

  @Override
  public void requireStepUp(SignedIn caller) {
    secondProof.requireOfLate(caller);
  }
}
