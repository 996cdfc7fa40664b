package io.playledger.web.http;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The principal that a valid access token stands for.
 *
 * @param roles as the account has them now, and as far as they count in this session
 * @param session that the token belongs to; empty where none does
 * @param withheld roles of the account that count once a second factor is shown
 * @param stepUp whether a second factor was shown of late
 */
public record SignedIn(
    PlayerId player, Set<Role> roles, Optional<UUID> session, Set<Role> withheld, StepUp stepUp) {

  /** Roles whose acts need a second factor. */
  public static final Set<Role> STAFF = Set.of(Role.ADMIN, Role.MODERATOR, Role.AUDITOR);

  public SignedIn {
    roles = Set.copyOf(roles);
    withheld = Set.copyOf(withheld);
  }

  /** Where no second factor is asked for. */
  public SignedIn(PlayerId player, Set<Role> roles, Optional<UUID> session) {
    this(player, roles, session, Set.of(), StepUp.NONE);
  }

  /** When a second factor was shown. */
  public enum StepUp {
    /** Never in this session. */
    NONE,
    /** Just now, or not long ago. */
    FRESH,
    /** Too long ago for acts of staff and changes of credentials. */
    STALE
  }
}
