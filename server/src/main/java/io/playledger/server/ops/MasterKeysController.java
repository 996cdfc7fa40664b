package io.playledger.server.ops;

import io.playledger.access.secret.MasterKeyUse;
import io.playledger.access.secret.MasterKeyUses;
import io.playledger.api.identity.Role;
import io.playledger.web.http.Answer;
import io.playledger.web.http.RequiresRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far a change of the master key is. */
@RestController
@Tag(name = "Administration")
class MasterKeysController {

  private final MasterKeyUses uses;

  MasterKeysController(MasterKeyUses uses) {
    this.uses = uses;
  }

  @GetMapping("/api/v1/admin/master-keys")
  @RequiresRole({Role.ADMIN, Role.AUDITOR})
  @Operation(
      summary = "The master keys that something is sealed under, and how many values",
      description =
          "Roles admin, auditor. A key that does not seal and has no values is needed no longer.")
  Answer<List<MasterKeyUse>> keys() {
    return Answer.of(uses.count());
  }
}
