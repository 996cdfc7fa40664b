package io.playledger.server.authority;

import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.api.identity.PlayerId;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The callers of the matrix, and things that belong to one of them. */
final class MatrixWorld {

  private static final String EXAMPLE_PLAYER = "0198c7a2-7b1e-7d3a-9c4e-2f6b8d1a5e70";

  private final ServerUnderTest server = ServerUnderTest.shared();
  private final HttpTestClient http = server.http();
  private final TestMarket market = new TestMarket(server);
  private final Map<String, TestPlayer> callers = new LinkedHashMap<>();

  private final TestMarket.Trade offered = market.offered("250.00");
  private final TestMarket.Trade funded = market.inEscrow();
  private final TestMarket.Trade delivered = market.delivered();
  private final TestMarket.Trade disputed = market.disputed();
  private final TestPlayer rich = market.funded("GOLD", "1000");
  private final String transfer = transfer();
  private final TestPlayer payee = server.newPlayer();
  private final String hold = hold();
  private final String otherSession = otherSession();
  private final String identity = identity();
  private final String key = apiKey("wallet:read", "market:read", "scores:read", "scores:issue");
  private final String narrowKey = apiKey("scores:read");

  MatrixWorld() {
    callers.put("other", server.newPlayer());
    for (String role :
        new String[] {"server-owner", "developer", "moderator", "auditor", "analyst"}) {
      callers.put(role, server.newPlayerWithRole(role));
    }
    callers.put("admin", server.admin());
    callers.put("revoked", revoked());
    market.post(
        "/scores/update", server.admin(), "{\"playerId\":\"%s\",\"delta\":5}".formatted(rich.id()));
  }

  /** What this caller sends; nobody sends no token. */
  HttpTestClient.Call call(DescribedOperation operation, String caller) {
    String query = operation.query().isEmpty() ? "" : "?" + operation.query();
    HttpTestClient.Call call =
        http.method(operation.method(), "/" + path(operation.path()) + query, body(operation))
            .keyed();
    return switch (caller) {
      case "nobody" -> call;
      case "key" -> call.header("X-Api-Key", key);
      case "narrow-key" -> call.header("X-Api-Key", narrowKey);
      default -> call.as(player(operation, caller));
    };
  }

  private TestPlayer player(DescribedOperation operation, String caller) {
    boolean last =
        operation.path().endsWith("/logout-all") || operation.name().equals("DELETE /api/v1/me");
    if (last && !caller.equals("revoked")) {
      // whoever does this is out, and the others have more to try
      return server.newPlayer();
    }
    return caller.equals("owner") ? owner(operation) : callers.get(caller);
  }

  /** Whose the thing is that this path names. */
  private TestPlayer owner(DescribedOperation operation) {
    String path = operation.path();
    if (path.endsWith("/accept") || path.endsWith("/decline")) {
      return offered.seller();
    } else if (path.startsWith("/api/v1/listings/{id}")) {
      return path.endsWith("/offers") ? offered.buyer() : delivered.seller();
    } else if (path.endsWith("/cancel")) {
      return funded.buyer();
    } else if (path.endsWith("/deliver")) {
      return delivered.seller();
    } else if (path.startsWith("/api/v1/disputes")) {
      return disputed.buyer();
    } else if (path.startsWith("/api/v1/trades") || path.startsWith("/api/v1/escrows")) {
      return delivered.buyer();
    } else if (path.startsWith("/api/v1/wallet/holds/")) {
      return payee;
    }
    return rich;
  }

  private String path(String template) {
    return template
        .replace("{userId}", rich.id())
        .replace("{board}", "global")
        .replace("{name}", "unknown")
        .replace("{provider}", "google")
        .replace("{role}", "premium")
        .replace("{type}", "ledger.Wallet")
        .replace("{position}", "1")
        .replace("{id}", id(template));
  }

  private String id(String template) {
    if (template.endsWith("/accept") || template.endsWith("/decline")) {
      return offered.id();
    } else if (template.endsWith("/cancel")) {
      // not the one that the matrix accepts just before: its escrow may not be there yet
      return funded.id();
    } else if (template.startsWith("/api/v1/trades") || template.startsWith("/api/v1/escrows")) {
      return delivered.id();
    } else if (template.startsWith("/api/v1/disputes")) {
      return disputed.id();
    } else if (template.startsWith("/api/v1/listings")) {
      return delivered.listing();
    } else if (template.startsWith("/api/v1/wallet/holds")) {
      return hold;
    } else if (template.startsWith("/api/v1/auth/sessions")) {
      return otherSession;
    } else if (template.startsWith("/api/v1/auth/identities")) {
      return identity;
    } else if (template.startsWith("/api/v1/wallet/trans")) {
      return transfer;
    } else if (template.contains("/players/")) {
      return rich.id();
    }
    return UUID.randomUUID().toString();
  }

  /** The examples, but for those that have to be true to get anywhere. */
  private String body(DescribedOperation operation) {
    return switch (operation.name()) {
      case "POST /api/v1/auth/login" ->
          TestMarket.json("email", rich.email(), "password", TestPlayer.PASSWORD);
      case "POST /api/v1/auth/change-password" ->
          TestMarket.json("currentPassword", TestPlayer.PASSWORD, "newPassword", "short");
      // what would be done, would be done to those who have more to try
      case "POST /api/v1/admin/players/{id}/roles" ->
          TestMarket.json("role", "premium", "reason", "for a test");
      case "POST /api/v1/admin/players/{id}/ban" ->
          TestMarket.json("reason", "for a test", "until", "2020-01-01T00:00:00Z");
      case "POST /api/v1/auth/refresh", "POST /api/v1/auth/mfa/enrol" -> "{}";
      default -> somebody(operation.body());
    };
  }

  /** The player of the examples is nobody. */
  private String somebody(String body) {
    return body == null ? null : body.replace(EXAMPLE_PLAYER, rich.id());
  }

  private TestPlayer revoked() {
    TestPlayer player = server.newPlayer();
    JdbcClient.create(server.bean(DataSource.class))
        .sql("UPDATE auth.account SET state = 'REGISTERING' WHERE id = ?")
        .param(UUID.fromString(player.id()))
        .update();
    return player;
  }

  /** Of the owner, besides the one that asks. */
  private String otherSession() {
    return http.get("/auth/sessions")
        .as(server.logIn(rich.email(), TestPlayer.PASSWORD))
        .send()
        .data()
        .get(0)
        .path("id")
        .asString();
  }

  /** The owner's. */
  private String identity() {
    ExternalIdentities identities = server.bean(ExternalIdentities.class);
    PlayerId owner = PlayerId.of(rich.id());
    identities.insert(
        owner,
        ExternalPerson.withoutEmail("google", rich.id(), Optional.empty()),
        java.time.Instant.now());
    return identities.of(owner).getFirst().id().toString();
  }

  /** An admin's, which does no more than a player's. */
  private String apiKey(String... scopes) {
    return market
        .post(
            "/api-keys",
            server.admin(),
            "{\"name\":\"matrix\",\"scopes\":[\"%s\"]}".formatted(String.join("\",\"", scopes)))
        .data()
        .path("secret")
        .asString();
  }

  private String transfer() {
    return market
        .post(
            "/wallet/transfers",
            rich,
            TestMarket.json("to", server.newPlayer().id(), "asset", "GOLD", "amount", "5"))
        .data()
        .path("transaction")
        .asString();
  }

  private String hold() {
    return market
        .post(
            "/wallet/holds",
            rich,
            TestMarket.json(
                "payee",
                payee.id(),
                "asset",
                "GOLD",
                "amount",
                "5",
                "purpose",
                "a stake",
                "expiresAt",
                java.time.Instant.now().plusSeconds(3_600).toString()))
        .data()
        .path("hold")
        .asString();
  }
}
