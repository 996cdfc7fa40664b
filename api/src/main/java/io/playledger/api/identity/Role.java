package io.playledger.api.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Roles of an account, written in kebab case on the wire. */
public enum Role {
  PLAYER,
  PREMIUM,
  SERVER_OWNER,
  DEVELOPER,
  MODERATOR,
  AUDITOR,
  ANALYST,
  ADMIN;

  /** {@code SERVER_OWNER} is {@code server-owner}. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a wire name. Throws IllegalArgumentException for any other text. */
  @JsonCreator
  public static Role ofWireName(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
