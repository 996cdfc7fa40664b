package io.playledger.server.identity;

import io.playledger.server.http.Public;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The public halves of the signing keys, so that others can check our tokens. */
@RestController
@Public
@Tag(name = "Accounts")
class SigningKeysController {

  private final SigningKeys keys;

  SigningKeysController(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/.well-known/jwks.json")
  @Operation(summary = "The public keys of access tokens, as a JSON Web Key Set")
  Map<String, Object> keys() {
    return keys.publicKeys().toJSONObject(true);
  }
}
