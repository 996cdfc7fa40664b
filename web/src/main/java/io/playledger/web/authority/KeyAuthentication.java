package io.playledger.web.authority;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication by an API key: its owner, within the scopes of the key. */
public final class KeyAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient SignedIn owner;
  private final UUID key;
  private final transient Set<Scope> scopes;

  public KeyAuthentication(SignedIn owner, UUID key, Set<Scope> scopes) {
    super(List.of());
    this.owner = owner;
    this.key = key;
    this.scopes = Set.copyOf(scopes);
    setAuthenticated(true);
  }

  /** Id of the key. */
  public UUID key() {
    return key;
  }

  /** The scopes of the key. */
  public Set<Scope> scopes() {
    return scopes;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public SignedIn getPrincipal() {
    return owner;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof KeyAuthentication that
        && key.equals(that.key)
        && owner.equals(that.owner);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
