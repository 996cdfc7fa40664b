package io.playledger.access.identity.staff;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.token.SigningKeys;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.Public;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The public signing keys, with which others can verify access tokens. */
@RestController
@Tag(name = "Accounts")
class SigningKeysController {

  private final SigningKeys keys;
  private final AuditTrail audit;

  SigningKeysController(SigningKeys keys, AuditTrail audit) {
    this.keys = keys;
    this.audit = audit;
  }

  @Public
  @GetMapping("/.well-known/jwks.json")
  @Operation(summary = "Retrieve the public keys of access tokens")
  Map<String, Object> keys() {
    return keys.publicKeys().toJSONObject(true);
  }

  record RotationRequest(
      @Schema(example = "the key may have been seen") @NotBlank @Size(max = 500) String reason) {}

  /**
   * @param keyId the key that signs from now on
   */
  record RotationView(String keyId) {}

  @RequiresRole(Role.ADMIN)
  @PostMapping("/api/v1/admin/signing-keys/rotate")
  @Operation(
      summary = "Rotate the signing key of access tokens",
      description =
          "Requires the role admin. The former key verifies until the last token that it"
              + " signed has expired, so nobody is logged out. Keys are also rotated"
              + " automatically; see the settings.")
  Answer<RotationView> rotate(Caller caller, @Valid @RequestBody RotationRequest body) {
    String keyId = keys.rotate();
    audit.signingKeyRotated(Optional.of(caller), keyId, Optional.of(body.reason()));
    return Answer.of(new RotationView(keyId));
  }
}
