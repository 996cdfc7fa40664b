package io.playledger.access.identity.token;

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
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes tokens after a valid one, with our key and with an attacker's. */
final class TokenForge {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RSAKey ours;
  private final RSAKey theirs;
  private final String[] valid;
  private final ObjectNode header;
  private final ObjectNode claims;

  TokenForge(String valid, RSAKey ours) throws JOSEException {
    this.ours = ours;
    this.theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
    this.valid = valid.split("\\.");
    this.header = (ObjectNode) JSON.readTree(decoded(this.valid[0]));
    this.claims = (ObjectNode) JSON.readTree(decoded(this.valid[1]));
  }

  RSAKey ours() {
    return ours;
  }

  RSAKey theirs() {
    return theirs;
  }

  /** Header, claims and signature of the valid one. */
  String[] valid() {
    return valid.clone();
  }

  String content(Consumer<ObjectNode> changedHeader, Consumer<ObjectNode> changedClaims) {
    ObjectNode head = header.deepCopy();
    ObjectNode body = claims.deepCopy();
    changedHeader.accept(head);
    changedClaims.accept(body);
    return encoded(JSON.writeValueAsString(head)) + "." + encoded(JSON.writeValueAsString(body));
  }

  String ours(Consumer<ObjectNode> changedHeader, Consumer<ObjectNode> changedClaims) {
    return signed("SHA256withRSA", ours, changedHeader, changedClaims);
  }

  String theirs(Consumer<ObjectNode> changedHeader, Consumer<ObjectNode> changedClaims) {
    return signed("SHA256withRSA", theirs, changedHeader, changedClaims);
  }

  String signed(
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

  static String signedRaw(RSAKey key, String header, String claims) {
    String content = encoded(header) + "." + encoded(claims);
    try {
      return content + "." + encoded(sign(Signature.getInstance("SHA256withRSA"), key, content));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  String probabilistic(int bits) {
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

  byte[] publicKey() {
    try {
      return ours.toPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String hmac(String content, int bits, byte[] secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA" + bits);
      mac.init(new SecretKeySpec(secret, mac.getAlgorithm()));
      return content + "." + encoded(mac.doFinal(utf8(content)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The object once more, with these members before its own. */
  static String doubled(String part, String members) {
    return encoded("{" + members + decoded(part).substring(1));
  }

  static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  static String encoded(String text) {
    return encoded(utf8(text));
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
