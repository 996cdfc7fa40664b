package io.playledger.access.identity.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens with claims, shapes and spellings that none of ours has; where the name says so, signed by
 * us.
 */
final class CraftedContents {

  private final TokenForge forge;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  CraftedContents(TokenForge forge) {
    this.forge = forge;
  }

  /** By name. */
  Map<String, String> all() {
    wrongClaims();
    wrongShapes();
    otherSpellings();
    return tokens;
  }

  private void wrongClaims() {
    long now = System.currentTimeMillis() / 1_000;
    for (String issuer : new String[] {"another", "", "Playledger", "playledger ", "playledger/"}) {
      claim("iss '" + issuer + "'", claims -> claims.put("iss", issuer));
      claim("aud '" + issuer + "'", claims -> claims.put("aud", issuer));
    }
    claim("no iss", claims -> claims.remove("iss"));
    claim("iss is a list", claims -> claims.putArray("iss").add("playledger"));
    claim("iss is null", claims -> claims.putNull("iss"));
    claim("no aud", claims -> claims.remove("aud"));
    claim("aud is empty", claims -> claims.putArray("aud"));
    claim("aud is a part", claims -> claims.put("aud", "playledger"));
    claim("aud in other letters", claims -> claims.put("aud", "Playledger-API"));
    claim("aud is a refresh", claims -> claims.put("aud", "playledger-refresh"));
    claim("aud is an object", claims -> claims.putObject("aud").put("playledger-api", true));
    claim("no sub", claims -> claims.remove("sub"));
    for (String subject :
        new String[] {
          "",
          "root",
          "0",
          "admin@example.org",
          "00000000-0000-0000-0000-000000000000",
          "*",
          "' OR 1=1 --",
          "01990000-0000-7000-8000-000000000000"
        }) {
      claim("sub '" + subject + "'", claims -> claims.put("sub", subject));
    }
    claim("sub is null", claims -> claims.putNull("sub"));
    claim("sub is a number", claims -> claims.put("sub", 1));
    claim("no exp", claims -> claims.remove("exp"));
    for (long exp : new long[] {now - 60, now - 86_400, 0, -1, Long.MIN_VALUE}) {
      claim("exp " + exp, claims -> claims.put("exp", exp));
    }
    claim("exp is text", claims -> claims.put("exp", "tomorrow"));
    claim("exp is null", claims -> claims.putNull("exp"));
    claim("exp is true", claims -> claims.put("exp", true));
    claim("exp is a list", claims -> claims.putArray("exp").add(now + 60));
    for (long nbf : new long[] {now + 60, now + 86_400}) {
      claim("nbf " + nbf, claims -> claims.put("nbf", nbf));
    }
    claim("nbf is text", claims -> claims.put("nbf", "yesterday"));
    put(
        "signed by us, no claims",
        TokenForge.signedRaw(forge.ours(), TokenForge.decoded(forge.valid()[0]), "{}"));
  }

  private void claim(String name, Consumer<ObjectNode> change) {
    put("signed by us, " + name, forge.ours(header -> {}, change));
  }

  private void wrongShapes() {
    String token = String.join(".", forge.valid());
    for (int part = 1; part < 20; part++) {
      put("the first " + part + "/20", token.substring(0, token.length() * part / 20));
    }
    put("the last half", token.substring(token.length() / 2));
    put("without header", "." + forge.valid()[1] + "." + forge.valid()[2]);
    put("without claims", forge.valid()[0] + ".." + forge.valid()[2]);
    put("without signature", forge.valid()[0] + "." + forge.valid()[1] + ".");
    put("two parts", forge.valid()[0] + "." + forge.valid()[1]);
    put("four parts", token + "." + forge.valid()[2]);
    put("five parts", forge.valid()[0] + ".." + forge.valid()[1] + ".." + forge.valid()[2]);
    put("other order", forge.valid()[1] + "." + forge.valid()[0] + "." + forge.valid()[2]);
    put("twice", token + token);
    put("dots", "..");
    put("not base64", "a!.b!.c!");
    put(
        "header is no JSON",
        TokenForge.encoded("alg") + "." + forge.valid()[1] + "." + forge.valid()[2]);
    put(
        "claims are no JSON",
        TokenForge.signedRaw(forge.ours(), TokenForge.decoded(forge.valid()[0]), "claims"));
    put(
        "claims are a list",
        TokenForge.signedRaw(
            forge.ours(),
            TokenForge.decoded(forge.valid()[0]),
            "[" + TokenForge.decoded(forge.valid()[1]) + "]"));
    put("nested", TokenForge.signedRaw(forge.ours(), TokenForge.decoded(forge.valid()[0]), token));
    put(
        "nested, in quotes",
        TokenForge.signedRaw(
            forge.ours(), TokenForge.decoded(forge.valid()[0]), "\"" + token + "\""));
    put(
        "alg twice",
        TokenForge.doubled(forge.valid()[0], "\"alg\":\"none\",")
            + "."
            + forge.valid()[1]
            + "."
            + forge.valid()[2]);
    put(
        "alg twice, unsigned",
        TokenForge.doubled(forge.valid()[0], "\"alg\":\"none\",") + "." + forge.valid()[1] + ".");
    put(
        "sub twice",
        forge.valid()[0]
            + "."
            + TokenForge.doubled(forge.valid()[1], "\"sub\":\"admin\",")
            + "."
            + forge.valid()[2]);
    put(
        "exp twice",
        forge.valid()[0]
            + "."
            + TokenForge.doubled(forge.valid()[1], "\"exp\":99999999999,")
            + "."
            + forge.valid()[2]);
    put("huge claims", forge.ours(h -> {}, c -> c.put("x", "y".repeat(6_000))));
    put("huge header", forge.theirs(h -> h.put("x", "y".repeat(6_000)), c -> {}));
    put(
        "very deep",
        TokenForge.signedRaw(
            forge.ours(),
            TokenForge.decoded(forge.valid()[0]),
            "[".repeat(2_000) + "]".repeat(2_000)));
  }

  private void otherSpellings() {
    String token = String.join(".", forge.valid());
    put("padded", forge.valid()[0] + "." + forge.valid()[1] + "." + forge.valid()[2] + "==");
    put("upper case", token.toUpperCase(java.util.Locale.ROOT));
    put("lower case", token.toLowerCase(java.util.Locale.ROOT));
    put("dots as %2E", token.replace(".", "%2E"));
    put("a tilde behind", token + "~");
    put("a tilde inside", forge.valid()[0] + "." + forge.valid()[1] + ".~" + forge.valid()[2]);
    put(
        "a plus for a minus",
        forge.valid()[0] + "." + forge.valid()[1] + "." + swapped(forge.valid()[2], '-', '+'));
    put(
        "a slash for a line",
        forge.valid()[0] + "." + forge.valid()[1] + "." + swapped(forge.valid()[2], '_', '/'));
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    char last = token.charAt(token.length() - 1);
    for (int spare = 1; spare < 16; spare++) {
      put(
          "same bytes, spare bits " + spare,
          token.substring(0, token.length() - 1) + alphabet.charAt(alphabet.indexOf(last) | spare));
    }
  }

  /** Changes every one of them; where there is none, one is put in front. */
  private static String swapped(String part, char from, char to) {
    return part.indexOf(from) < 0 ? to + part : part.replace(from, to);
  }

  private void put(String name, String token) {
    if (tokens.put(name, token) != null) {
      throw new AssertionError("two crafted tokens are named " + name);
    }
  }
}
