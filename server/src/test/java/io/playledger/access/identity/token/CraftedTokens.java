package io.playledger.access.identity.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tokens as attackers make them out of a valid one, by name. Those under "signed by us" show that
 * the signature alone is not enough; all others are signed with what an attacker has.
 */
final class CraftedTokens {

  private final TokenForge forge;

  CraftedTokens(String valid, RSAKey ours) throws JOSEException {
    this.forge = new TokenForge(valid, ours);
  }

  /** All of them, by name. */
  Map<String, String> all() {
    Map<String, String> tokens = new LinkedHashMap<>(new CraftedSignatures(forge).all());
    add(new CraftedKeys(forge).all(), tokens);
    add(new CraftedContents(forge).all(), tokens);
    return tokens;
  }

  /** The valid one, made by hand: the ground that all the others stand on. */
  String valid() {
    return forge.ours(header -> {}, claims -> {});
  }

  private static void add(Map<String, String> some, Map<String, String> all) {
    some.forEach(
        (name, token) -> {
          if (all.put(name, token) != null) {
            throw new AssertionError("two crafted tokens are named " + name);
          }
        });
  }
}
