package io.playledger.server.ops;

import io.playledger.access.secret.MasterKeyUse;
import io.playledger.access.secret.MasterKeyUses;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The progress of a change of the master key. */
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
      summary = "List the master keys in use",
      description =
          "Returns each master key with the number of values encrypted under it. A former"
              + " key with no values is no longer needed. Requires the role admin or auditor.")
  Answer<List<MasterKeyUse>> keys() {
    return Answer.of(uses.count());
  }
}
