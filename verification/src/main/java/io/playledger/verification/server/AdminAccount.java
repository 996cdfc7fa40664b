package io.playledger.verification.server;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Pause;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import io.playledger.verification.server.ServerFolder.Admin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * The demo's admin. A fresh server writes a one-time password for it; that is changed at once for
 * one that only the demo's folder knows, so that the next demo on the same data can log in.
 */
public final class AdminAccount {

  static final String EMAIL = "demo-admin@example.com";

  private static final long FILE_MILLIS_MAX = 20_000;
  private static final long LOOK_MILLIS = 100;

  private final ServerFolder folder;

  public AdminAccount(ServerFolder folder) {
    this.folder = folder;
  }

  /** Further arguments for a server whose admin is not known yet; none otherwise. */
  public String[] serverArguments() {
    if (folder.admin().isPresent()) {
      return new String[0];
    }
    return new String[] {
      "--admin", EMAIL, "--admin-password-file", folder.oneTimePasswordFile().toString()
    };
  }

  /** The admin of the server at this address. */
  public Admin of(URI server) {
    Optional<Admin> known = folder.admin();
    if (known.isPresent()) {
      return known.get();
    }
    try (ApiClient client =
        new ApiClient(server, RetryPolicy.patient(0), new Latencies(), new Tally<>())) {
      Admin admin = new Admin(EMAIL, freshPassword());
      change(client, oneTimePassword(), admin.password());
      folder.keep(admin);
      return admin;
    }
  }

  private static void change(ApiClient client, String oneTime, String wanted) {
    Actor actor = new Actor("admin", EMAIL, oneTime);
    ApiReply login = client.login(actor);
    if (!login.ok()) {
      throw new RunFailed("The one-time password does not let the admin in: " + login.brief());
    }
    ApiReply changed =
        client.send(
            ApiCall.of(
                    "auth.change-password",
                    "POST",
                    "/auth/change-password",
                    Json.object().put("currentPassword", oneTime).put("newPassword", wanted))
                .as(actor)
                .keyed(UUID.randomUUID()));
    if (!changed.ok()) {
      throw new RunFailed("The admin's password cannot be changed: " + changed.brief());
    }
  }

  /** The server is well a moment before it has made its admin, so the file may need a moment. */
  private String oneTimePassword() {
    Path file = folder.oneTimePasswordFile();
    long end = System.nanoTime() + FILE_MILLIS_MAX * 1_000_000;
    while (System.nanoTime() < end) {
      try {
        String password = Files.exists(file) ? Files.readString(file).strip() : "";
        if (!password.isEmpty()) {
          Files.delete(file);
          return password;
        }
      } catch (IOException e) {
        throw new RunFailed("Cannot read " + file, e);
      }
      Pause.millis(LOOK_MILLIS);
    }
    throw new RunFailed(
        "The server made no one-time password for "
            + EMAIL
            + ", so this data folder has an admin that the demo does not know. Give it another"
            + " data folder, or play against the running server: ./playledger market-day with"
            + " PLAYLEDGER_ADMIN_EMAIL and PLAYLEDGER_ADMIN_PASSWORD.");
  }

  private static String freshPassword() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return "Dm1-" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
