package io.playledger.server.apikey;

import io.playledger.server.authority.MatrixThings;
import java.util.Map;

/** API keys for the matrix. */
final class ApiKeyThings implements MatrixThings {

  @Override
  public Map<String, Thing> things() {
    return Map.of(
        "api-key",
        new Thing(
            "developer",
            (market, owner) ->
                market
                    .post("/api-keys", owner, "{\"name\":\"matrix\",\"scopes\":[\"scores:read\"]}")
                    .data()
                    .path("id")
                    .asString()));
  }
}
