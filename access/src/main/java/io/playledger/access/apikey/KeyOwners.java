package io.playledger.access.apikey;

import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.SignedIn;
import java.util.Optional;

/** The owners of keys, as their accounts describe them. */
public interface KeyOwners {

  /**
   * The current state of a key's owner, read on every request with a key: with the current roles
   * except those of staff; empty if the account cannot sign in.
   */
  Optional<SignedIn> signedIn(PlayerId owner);

  /**
   * Requires a recent second factor or, without one, a recent sign-in. Keys are credentials that
   * outlive every session, so a stolen access token must not be enough.
   *
   * @throws io.playledger.web.problem.ApiProblem STEP_UP_REQUIRED
   */
  void requireStepUp(SignedIn caller);
}
