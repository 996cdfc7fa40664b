package io.playledger.web.authority;

import io.playledger.api.identity.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that accepts an API key with this scope. The key acts for its owner with at
 * most the rights of the owner's roles, without those of staff. All other operations refuse keys.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AcceptsApiKey {

  Scope value();

  /**
   * Roles of the owner that allow the operation with a key, in place of the roles that {@link
   * RequiresRole} requires with a token; empty for the same roles.
   */
  Role[] ownerRoles() default {};
}
