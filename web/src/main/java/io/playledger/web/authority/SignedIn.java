package io.playledger.web.authority;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The principal of a valid access token or API key.
 *
 * @param roles the account's roles now, as far as they apply in this session
 * @param session session of the token; empty without one
 * @param withheld roles of the account that need a second factor first
 * @param stepUp whether a second factor was shown recently
 */
public record SignedIn(
    PlayerId player, Set<Role> roles, Optional<UUID> session, Set<Role> withheld, StepUp stepUp) {

  /** Roles whose actions need a second factor. */
  public static final Set<Role> STAFF = Set.of(Role.ADMIN, Role.MODERATOR, Role.AUDITOR);

  public SignedIn {
    roles = Set.copyOf(roles);
    withheld = Set.copyOf(withheld);
  }

  /** A principal for which no second factor is required. */
  public SignedIn(PlayerId player, Set<Role> roles, Optional<UUID> session) {
    this(player, roles, session, Set.of(), StepUp.NONE);
  }

  /** How recently a second factor was shown. */
  public enum StepUp {
    /** No second factor in this session. */
    NONE,
    /** Recently enough. */
    FRESH,
    /** Too long ago for actions of staff and changes of credentials. */
    STALE
  }
}
