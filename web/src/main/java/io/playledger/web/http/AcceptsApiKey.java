package io.playledger.web.http;

import io.playledger.api.identity.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what may be asked with an API key that has this scope, in the name of its owner and with no
 * more rights than the owner's roles give, those of staff left out. Everything else refuses keys.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptsApiKey {

  Scope value();

  /**
   * Roles of the owner that open this to a key, in the place of those that {@link RequiresRole}
   * asks of whoever comes with a token; none for the same.
   */
  Role[] ownerRoles() default {};
}
