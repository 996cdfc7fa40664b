package io.playledger.access.apikey;

import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.SignedIn;
import java.util.Optional;

/** What the accounts say of those who own keys. */
public interface KeyOwners {

  /**
   * Who the owner of a key is now, asked on every request that comes with one: with the roles of
   * today but those of staff; empty where the account may not come in.
   */
  Optional<SignedIn> signedIn(PlayerId owner);

  /**
   * Keys are credentials that outlive every session, so a token that was left lying about is not
   * enough: a second factor of late or, without one, a sign-in of late.
   *
   * @throws io.playledger.web.http.ApiProblem STEP_UP_REQUIRED
   */
  void requireStepUp(SignedIn caller);
}
