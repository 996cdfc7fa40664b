package io.playledger.web.http;

import io.playledger.api.identity.Role;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks what needs one of these roles. On a method it replaces what its class says. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresRole {

  /** Any one of them will do; the first that the caller has is recorded as the acting role. */
  Role[] value();
}
