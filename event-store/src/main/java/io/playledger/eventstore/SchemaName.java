package io.playledger.eventstore;

import java.util.regex.Pattern;

/** The name of a PostgreSQL schema that is safe in a statement. */
public record SchemaName(String value) {
  private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]{0,39}");

  /** Checks it. */
  public SchemaName {
    if (!PLAIN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A schema name has 1 to 40 of a-z, 0-9 and _, and no digit first: " + value);
    }
  }

  /** A table of the schema. */
  public String table(String name) {
    return value + "." + name;
  }

  /** Channel of LISTEN and NOTIFY. */
  public String channel() {
    return value + "_appended";
  }

  /** Advisory lock that all writers of this log take. */
  public long lockKey() {
    long hash = 0x706c65646765724cL;
    for (int i = 0; i < value.length(); i++) {
      hash = hash * 1_099_511_628_211L + value.charAt(i);
    }
    return hash;
  }
}
