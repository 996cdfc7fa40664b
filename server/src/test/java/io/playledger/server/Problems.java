package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

/** Assertions on problems. */
public final class Problems {

  private Problems() {}

  /** The reply is a problem of this status and code. */
  public static void assertProblem(HttpTestClient.Reply reply, int status, String code) {
    assertThat(reply.code()).as(reply.toString()).isEqualTo(code);
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
    assertThat(reply.header("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(reply.json().path("success").asBoolean(true)).isFalse();
    assertThat(reply.header("Playledger-Position")).isEmpty();
  }

  /** The reply is VALIDATION_FAILED and names exactly these fields. */
  public static void assertInvalid(HttpTestClient.Reply reply, String... fields) {
    assertProblem(reply, 400, "VALIDATION_FAILED");
    assertThat(Set.copyOf(reply.details().propertyNames()))
        .as(reply.toString())
        .containsExactlyInAnyOrder(fields);
  }
}
