package io.playledger.access.identity.erasure;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.account.Account;
import io.playledger.access.identity.account.Accounts;
import io.playledger.api.CommandRejected;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.Caller;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;

/** Sends exports while they are read. The access is recorded before. */
final class ExportAnswers {

  /** Each export holds a connection of the pool for as long as its client reads. */
  private static final int CONCURRENT_MAX = 4;

  private static final int RETRY_SECONDS = 5;

  private final Semaphore places = new Semaphore(CONCURRENT_MAX);
  private final Accounts accounts;
  private final PersonalExport export;
  private final AuditTrail audit;

  ExportAnswers(Accounts accounts, PersonalExport export, AuditTrail audit) {
    this.accounts = accounts;
    this.export = export;
    this.audit = audit;
  }

  /** Throws PLAYER_NOT_FOUND, or UNAVAILABLE if too many exports are running. */
  void write(Caller caller, PlayerId player, HttpServletResponse response) throws IOException {
    Account account =
        accounts
            .find(player)
            .orElseThrow(() -> new CommandRejected(IdentityRejection.PLAYER_NOT_FOUND));
    if (!places.tryAcquire()) {
      throw ApiProblem.retry(
          TransportCode.UNAVAILABLE,
          "Too many exports are running; try again in a moment.",
          RETRY_SECONDS);
    }
    try {
      audit.viewed(caller, "player/" + player + "/export");
      send(account, response);
    } finally {
      places.release();
    }
  }

  private void send(Account account, HttpServletResponse response) throws IOException {
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"playledger-" + account.id() + ".json\"");
    export.write(account, response.getOutputStream());
  }
}
