package io.playledger.server.mail;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Without a mail server. */
class MailOutboxIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void keptMailIsEncryptedAndEachAccessIsRecorded() {
    JsonNode mail = awaitMail();
    List<byte[]> sealed =
        JdbcClient.create(SERVER.bean(DataSource.class))
            .sql("SELECT content_sealed FROM auth.mail_outbox WHERE content_sealed IS NOT NULL")
            .query(byte[].class)
            .list();
    HttpTestClient.Reply trail =
        http.get("/admin/events?order=desc&type=PrivateDataViewed&actor=" + SERVER.admin().id())
            .as(SERVER.admin())
            .send();

    assertThat(mail.path("state").asString()).isEqualTo("HELD");
    assertThat(mail.path("text").asString()).contains("/verify-email?token=plv_");
    assertThat(sealed)
        .isNotEmpty()
        .noneMatch(
            content -> new String(content, StandardCharsets.ISO_8859_1).contains(player.email()));
    assertThat(trail.text()).contains("mail-outbox");
  }

  @Test
  void onlyAdminsReadTheOutbox() {
    assertProblem(http.get("/admin/mail-outbox").as(player).send(), 403, "FORBIDDEN");
    assertProblem(
        http.get("/admin/mail-outbox").as(SERVER.newPlayerWithRole("auditor")).send(),
        403,
        "FORBIDDEN");
  }

  private JsonNode awaitMail() {
    return await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () ->
                StreamSupport.stream(
                        http.get("/admin/mail-outbox?limit=200")
                            .as(SERVER.admin())
                            .send()
                            .data()
                            .spliterator(),
                        false)
                    .filter(mail -> mail.path("to").asString("").equals(player.email()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
