package io.playledger.access.identity.erasure;

import io.playledger.access.identity.signin.FreshSignIn;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Export and erasure by admins, for people who request it by other means. */
@RestController
@RequestMapping("/api/v1/admin/players/{id}")
@RequiresRole(Role.ADMIN)
@Tag(name = "Personal data")
class PersonalDataController {

  private final Erasure erasure;
  private final ExportAnswers exports;
  private final FreshSignIn freshSignIn;
  private final PersonalTexts texts;

  PersonalDataController(
      Erasure erasure, ExportAnswers exports, FreshSignIn freshSignIn, PersonalTexts texts) {
    this.erasure = erasure;
    this.exports = exports;
    this.freshSignIn = freshSignIn;
    this.texts = texts;
  }

  /**
   * @param giveUpBalance whether a remaining balance can be given up; false by default
   */
  record EraseRequest(
      @Schema(example = "asked for by letter") @NotBlank @Size(max = 500) String reason,
      @Schema(example = "false") @Nullable Boolean giveUpBalance) {}

  @GetMapping("/export")
  @Operation(
      summary = "Export a player's personal data",
      description =
          "Returns the same document as GET /api/v1/me/export. Requires the role admin;"
              + " each access is recorded in the audit log.")
  @Rejects(codes = {"PLAYER_NOT_FOUND", "STEP_UP_REQUIRED"})
  void export(
      @PathVariable PlayerId id, SignedIn signedIn, Caller caller, HttpServletResponse response)
      throws IOException {
    freshSignIn.require(signedIn);
    exports.write(caller, id, response);
  }

  @PostMapping("/erase")
  @Operation(
      summary = "Erase a player's account",
      description =
          "Does the same as the player's own request. A repeat completes an erasure that"
              + " a crash interrupted. Requires the role admin.")
  @Rejects(
      commands = ErasePlayer.class,
      codes = {"BALANCE_LEFT", "MONEY_IN_MOTION"})
  ResponseEntity<Answer<MeController.ErasedView>> erase(
      @PathVariable PlayerId id, @Valid @RequestBody EraseRequest body, CommandCall call) {
    return erasure
        .erase(
            call,
            id,
            texts.protect(call.caller().player().value(), body.reason()),
            Boolean.TRUE.equals(body.giveUpBalance()))
        .ok(new MeController.ErasedView(id, true));
  }
}
