package io.playledger.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import org.junit.jupiter.api.Test;

/** Replies state their length, so that they are sent in one piece. */
class WholeAnswersIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  @Test
  void jsonReplyHasItsLengthAndIsNotChunked() {
    TestPlayer player = SERVER.newPlayer();
    HttpTestClient.Reply reply = SERVER.http().get("/wallet").as(player).send();
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("Content-Length")).isPresent();
    assertThat(reply.header("Transfer-Encoding")).isEmpty();
  }
}
