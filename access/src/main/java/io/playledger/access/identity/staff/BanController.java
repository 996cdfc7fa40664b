package io.playledger.access.identity.staff;

import io.playledger.access.identity.account.Accounts;
import io.playledger.access.identity.following.FollowedCommands;
import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.BanPlayer;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.UnbanPlayer;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.openapi.Rejects;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moderators and admins ban and unban players. */
@RestController
@RequestMapping("/api/v1/admin/players/{id}")
@RequiresRole({Role.ADMIN, Role.MODERATOR})
@Tag(name = "Administration")
class BanController {

  private final FollowedCommands commands;
  private final PersonalTexts texts;
  private final Accounts accounts;
  private final Clock clock;

  BanController(FollowedCommands commands, PersonalTexts texts, Accounts accounts, Clock clock) {
    this.commands = commands;
    this.texts = texts;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @param until when the ban ends by itself; absent for never
   */
  record BanRequest(
      @Schema(example = "sold what was not there") @NotBlank @Size(max = 500) String reason,
      @Schema(example = "2030-01-01T00:00:00Z") @Nullable Instant until) {}

  record UnbanRequest(
      @Schema(example = "it was somebody else") @NotBlank @Size(max = 500) String reason) {}

  record BanView(PlayerId playerId, boolean banned, @Nullable Instant until) {}

  @PostMapping("/ban")
  @Operation(
      summary = "Ban a player",
      description =
          "Requires the role moderator or admin; only an admin can ban staff. All"
              + " sessions of the player end within 5 seconds.")
  @Rejects(commands = BanPlayer.class)
  ResponseEntity<Answer<BanView>> ban(
      @PathVariable PlayerId id, @Valid @RequestBody BanRequest body, CommandCall call) {
    requireAllowed(call.caller(), id);
    return commands
        .send(
            call,
            new BanPlayer(
                id,
                texts.protect(call.caller().player().value(), body.reason()),
                body.until(),
                clock.instant()))
        .ok(new BanView(id, true, body.until()));
  }

  @PostMapping("/unban")
  @Operation(
      summary = "Unban a player",
      description = "Requires the role moderator or admin; only an admin can unban staff.")
  @Rejects(commands = UnbanPlayer.class)
  ResponseEntity<Answer<BanView>> unban(
      @PathVariable PlayerId id, @Valid @RequestBody UnbanRequest body, CommandCall call) {
    requireAllowed(call.caller(), id);
    return commands
        .send(
            call,
            new UnbanPlayer(
                id, texts.protect(call.caller().player().value(), body.reason()), clock.instant()))
        .ok(new BanView(id, false, null));
  }

  private void requireAllowed(Caller caller, PlayerId player) {
    if (accounts.find(player).isEmpty()) {
      throw new CommandRejected(IdentityRejection.PLAYER_NOT_FOUND);
    }
    if (caller.player().equals(player)) {
      throw ApiProblem.of(TransportCode.FORBIDDEN, "You cannot ban yourself.");
    }
    boolean staff = accounts.roles(player).stream().anyMatch(SignedIn.STAFF::contains);
    if (staff && !caller.hasAny(Role.ADMIN)) {
      throw ApiProblem.of(TransportCode.FORBIDDEN, "Only an admin can ban staff.");
    }
  }
}
