package io.playledger.access.identity.token;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tokens without a signature, with a secret that is known, or under another algorithm. */
final class CraftedSignatures {

  private final TokenForge forge;
  private final Map<String, String> tokens = new LinkedHashMap<>();

  CraftedSignatures(TokenForge forge) {
    this.forge = forge;
  }

  /** By name. */
  Map<String, String> all() {
    unsigned();
    secretsThatAreKnown();
    otherAlgorithms();
    return tokens;
  }

  private void unsigned() {
    for (String algorithm : new String[] {"none", "None", "NONE", "nOnE", "", "null", "plain"}) {
      for (String signature :
          new String[] {"", forge.valid()[2], TokenForge.encoded("signature")}) {
        put(
            "unsigned, alg '" + algorithm + "', signature of " + signature.length(),
            forge.content(header -> header.put("alg", algorithm), claims -> {}) + "." + signature);
      }
    }
    put(
        "no alg",
        forge.content(header -> header.remove("alg"), claims -> {}) + "." + forge.valid()[2]);
    put(
        "alg null",
        forge.content(header -> header.putNull("alg"), claims -> {}) + "." + forge.valid()[2]);
    put("alg is a number", forge.content(h -> h.put("alg", 256), c -> {}) + "." + forge.valid()[2]);
    put(
        "alg is a list",
        forge.content(h -> h.putArray("alg").add("RS256"), c -> {}) + "." + forge.valid()[2]);
  }

  /** The public key, in all the forms in which a careless server might take it for a secret. */
  private void secretsThatAreKnown() {
    Map<String, byte[]> secrets = new LinkedHashMap<>();
    byte[] der = forge.publicKey();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
    secrets.put("DER", der);
    secrets.put("PEM", TokenForge.utf8(pem));
    secrets.put("PEM with a line end", TokenForge.utf8(pem + "\n"));
    secrets.put("base64", TokenForge.utf8(Base64.getEncoder().encodeToString(der)));
    secrets.put("JWK", TokenForge.utf8(forge.ours().toPublicJWK().toJSONString()));
    secrets.put(
        "JWKS", TokenForge.utf8("{\"keys\":[" + forge.ours().toPublicJWK().toJSONString() + "]}"));
    secrets.put("modulus", forge.ours().getModulus().decode());
    secrets.put("modulus in base64url", TokenForge.utf8(forge.ours().getModulus().toString()));
    secrets.put("exponent", forge.ours().getPublicExponent().decode());
    secrets.put("key id", TokenForge.utf8(forge.ours().getKeyID()));
    secrets.put("zeros", new byte[32]);
    secrets.put("'secret'", TokenForge.utf8("secret"));
    secrets.forEach(
        (name, secret) -> {
          for (int bits : new int[] {256, 384, 512}) {
            put(
                "HS" + bits + " with the " + name,
                TokenForge.hmac(
                    forge.content(h -> h.put("alg", "HS" + bits), c -> {}), bits, secret));
          }
        });
  }

  private void otherAlgorithms() {
    for (int bits : new int[] {384, 512}) {
      put(
          "signed by us, RS" + bits,
          forge.signed(
              "SHA" + bits + "withRSA", forge.ours(), h -> h.put("alg", "RS" + bits), c -> {}));
    }
    for (int bits : new int[] {256, 384, 512}) {
      put("signed by us, PS" + bits, forge.probabilistic(bits));
    }
    for (String algorithm :
        new String[] {
          "RS384",
          "PS256",
          "ES256",
          "ES512",
          "EdDSA",
          "HS256",
          "rs256",
          "RS256 ",
          "RS1",
          "RSA",
          "dir",
          "RSA-OAEP",
          "A128KW",
          "SHA256withRSA"
        }) {
      put(
          "signed by us as RS256, named " + algorithm,
          forge.ours(header -> header.put("alg", algorithm), claims -> {}));
    }
    put("signed by us with SHA-1", forge.signed("SHA1withRSA", forge.ours(), h -> {}, c -> {}));
    put(
        "signature of zeros",
        forge.content(h -> {}, c -> {}) + "." + TokenForge.encoded(new byte[256]));
    put(
        "signature of one byte",
        forge.content(h -> {}, c -> {}) + "." + TokenForge.encoded(new byte[1]));
    put(
        "signature of another token",
        forge.content(h -> {}, c -> c.put("jti", "x")) + "." + forge.valid()[2]);
  }

  private void put(String name, String token) {
    if (tokens.put(name, token) != null) {
      throw new AssertionError("two crafted tokens are named " + name);
    }
  }
}
