package io.playledger.access.identity.erasure;

import io.playledger.access.identity.signin.FreshSignIn;
import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.SignedIn;
import io.playledger.web.call.Answer;
import io.playledger.web.call.CommandCall;
import io.playledger.web.limit.RateGroup;
import io.playledger.web.limit.RateLimited;
import io.playledger.web.openapi.Rejects;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Export and erasure of the own personal data. */
@RestController
@RequestMapping("/api/v1/me")
@RateLimited(RateGroup.AUTH)
@Tag(name = "Personal data")
class MeController {

  private final Erasure erasure;
  private final ExportAnswers exports;
  private final FreshSignIn freshSignIn;

  MeController(Erasure erasure, ExportAnswers exports, FreshSignIn freshSignIn) {
    this.erasure = erasure;
    this.exports = exports;
    this.freshSignIn = freshSignIn;
  }

  record ErasedView(PlayerId playerId, boolean erased) {}

  @GetMapping("/export")
  @Operation(
      summary = "Export my personal data",
      description =
          "Returns one JSON document: account, sessions, API keys without their secrets,"
              + " mails, all rows of the read tables about me with my texts decrypted (amounts"
              + " in smallest units), and the events about me. Requires a sign-in or second"
              + " factor of the last 15 minutes. Each export is recorded in the audit log.")
  @Rejects(codes = "STEP_UP_REQUIRED", never = "PLAYER_NOT_FOUND")
  void export(SignedIn signedIn, Caller caller, HttpServletResponse response) throws IOException {
    freshSignIn.require(signedIn);
    exports.write(caller, signedIn.player(), response);
  }

  @DeleteMapping
  @Operation(
      summary = "Erase my account",
      description =
          "Permanently deletes e-mail address, username, credentials, sessions and API"
              + " keys, and makes my texts unreadable. Balances and transactions stay in the"
              + " books under my id. Open offers and listings are withdrawn. Requires a sign-in"
              + " or second factor of the last 15 minutes; afterwards the access token is"
              + " rejected. The details of MONEY_IN_MOTION list the trades and holds;"
              + " BALANCE_LEFT does not apply if giveUpBalance is true.")
  @Rejects(
      commands = ErasePlayer.class,
      codes = {"BALANCE_LEFT", "MONEY_IN_MOTION", "STEP_UP_REQUIRED"},
      never = "PLAYER_NOT_FOUND")
  ResponseEntity<Answer<ErasedView>> erase(
      @RequestParam(defaultValue = "false") boolean giveUpBalance,
      SignedIn signedIn,
      CommandCall call) {
    freshSignIn.require(signedIn);
    PlayerId player = signedIn.player();
    return erasure.erase(call, player, null, giveUpBalance).ok(new ErasedView(player, true));
  }
}
