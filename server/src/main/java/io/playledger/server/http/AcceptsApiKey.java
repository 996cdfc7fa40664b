package io.playledger.server.http;

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
}
