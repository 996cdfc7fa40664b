package io.playledger.access.identity.token;

import io.playledger.web.authority.SignedIn;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The authentication of a caller for Spring Security. */
public final class SignedInAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private final transient SignedIn principal;

  public SignedInAuthentication(SignedIn principal) {
    super(List.of());
    this.principal = principal;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public SignedIn getPrincipal() {
    return principal;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInAuthentication that && principal.equals(that.principal);
  }

  @Override
  public int hashCode() {
    return principal.hashCode();
  }
}
