package io.playledger.server.identity;

import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.server.http.Answer;
import io.playledger.server.http.CommandCall;
import io.playledger.server.http.CommandGate;
import io.playledger.server.http.RequiresRole;
import io.playledger.server.http.Sent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Admins give roles. */
@RestController
@RequestMapping("/api/v1/admin/players/{id}/roles")
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class PlayerRolesController {

  private final CommandGate commands;
  private final PersonalTexts texts;
  private final Accounts accounts;
  private final AccountRoles roles;
  private final Clock clock;

  PlayerRolesController(
      CommandGate commands,
      PersonalTexts texts,
      Accounts accounts,
      AccountRoles roles,
      Clock clock) {
    this.commands = commands;
    this.texts = texts;
    this.accounts = accounts;
    this.roles = roles;
    this.clock = clock;
  }

  record GrantRoleRequest(
      @Schema(example = "moderator") @NotNull Role role,
      @Schema(example = "joins the arbiters") @NotBlank @Size(max = 500) String reason) {}

  record RoleGrantedView(PlayerId playerId, Role role) {}

  @PostMapping
  @Operation(
      summary = "Give a player a role",
      description = "Role admin. Rejections: PLAYER_NOT_FOUND, ROLE_ALREADY_GRANTED.")
  ResponseEntity<Answer<RoleGrantedView>> grant(
      @PathVariable PlayerId id, @Valid @RequestBody GrantRoleRequest body, CommandCall call) {
    if (accounts.find(id).isEmpty()) {
      throw new CommandRejected(IdentityRejection.PLAYER_NOT_FOUND);
    }
    GrantRole command =
        new GrantRole(
            id,
            body.role(),
            texts.protect(call.caller().player().value(), body.reason()),
            clock.instant());
    Sent<Object> sent = granted(call, command);
    return sent.ok(new RoleGrantedView(id, body.role()));
  }

  /** The account follows the log, also where a crash had kept it from doing so. */
  private Sent<Object> granted(CommandCall call, GrantRole command) {
    try {
      Sent<Object> sent = commands.send(call, command, Object.class);
      follow(command);
      return sent;
    } catch (CommandRejected rejected) {
      if (rejected.code() == IdentityRejection.ROLE_ALREADY_GRANTED) {
        follow(command);
      }
      throw rejected;
    }
  }

  private void follow(GrantRole command) {
    accounts.addRole(command.player(), command.role());
    roles.forget(command.player());
  }
}
