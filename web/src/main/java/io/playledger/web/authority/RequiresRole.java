package io.playledger.web.authority;

import io.playledger.api.identity.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that needs one of these roles. On a method it replaces the roles of its class.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRole {

  /** Any one of them is enough; the first that the caller has is recorded as the acting role. */
  Role[] value();
}
