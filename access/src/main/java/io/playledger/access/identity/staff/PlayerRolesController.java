package io.playledger.access.identity.staff;

import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.following.FollowedCommands;
import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.GrantRole;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.RevokeRole;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.Sent;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
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

/** Admins grant and revoke roles. */
@RestController
@RequestMapping("/api/v1/admin/players/{id}/roles")
@RequiresRole(Role.ADMIN)
@Tag(name = "Administration")
class PlayerRolesController {

  private final FollowedCommands commands;
  private final PersonalTexts texts;
  private final Accounts accounts;
  private final Clock clock;

  PlayerRolesController(
      FollowedCommands commands, PersonalTexts texts, Accounts accounts, Clock clock) {
    this.commands = commands;
    this.texts = texts;
    this.accounts = accounts;
    this.clock = clock;
  }

  record GrantRoleRequest(
      @Schema(example = "moderator") @NotNull Role role,
      @Schema(example = "joins the arbiters") @NotBlank @Size(max = 500) String reason) {}

  record RevokeRoleRequest(
      @Schema(example = "left the arbiters") @NotBlank @Size(max = 500) String reason) {}

  record RoleGrantedView(PlayerId playerId, Role role) {}

  record RoleRevokedView(PlayerId playerId, Role role) {}

  @PostMapping
  @Operation(summary = "Grant a role to a player", description = "Requires the role admin.")
  @Rejects(commands = GrantRole.class)
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
    Sent<Void> sent = commands.send(call, command);
    return sent.ok(new RoleGrantedView(id, body.role()));
  }

  @PostMapping("/{role}/revoke")
  @Operation(
      summary = "Revoke a player's role",
      description =
          "Requires the role admin and takes effect within 5 seconds. Admins cannot"
              + " revoke their own roles, so that one admin always remains.")
  @Rejects(commands = RevokeRole.class)
  ResponseEntity<Answer<RoleRevokedView>> revoke(
      @PathVariable PlayerId id,
      @PathVariable Role role,
      @Valid @RequestBody RevokeRoleRequest body,
      CommandCall call) {
    if (id.equals(call.caller().player())) {
      throw ApiProblem.of(TransportCode.FORBIDDEN, "You cannot revoke your own role.");
    }
    RevokeRole command =
        new RevokeRole(
            id,
            role,
            texts.protect(call.caller().player().value(), body.reason()),
            clock.instant());
    Sent<Void> sent = commands.send(call, command);
    return sent.ok(new RoleRevokedView(id, role));
  }
}
