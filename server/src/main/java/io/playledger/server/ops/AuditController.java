package io.playledger.server.ops;

import io.playledger.api.AsOf;
import io.playledger.api.identity.Role;
import io.playledger.api.ledger.query.FindTrialBalance;
import io.playledger.api.ledger.query.TrialBalanceView;
import io.playledger.eventstore.chain.ChainReport;
import io.playledger.web.authority.RequiresRole;
import io.playledger.web.call.Answer;
import io.playledger.web.call.MinPosition;
import io.playledger.web.call.QueryGate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Proofs that nothing was altered and that the books balance. */
@RestController
@RequestMapping("/api/v1/admin/audit")
@RequiresRole({Role.ADMIN, Role.AUDITOR})
@Tag(name = "Audit")
class AuditController {

  private final ChainAudit chain;
  private final QueryGate queries;

  AuditController(ChainAudit chain, QueryGate queries) {
    this.chain = chain;
    this.queries = queries;
  }

  /**
   * The result of the verification of the chain.
   *
   * @param head last position of the chain
   * @param verifiedTo position up to which the log is proved unaltered
   * @param verifiedHash hash of the chain there, in hexadecimal; keep one elsewhere
   * @param complete whether everything up to the head is proved
   * @param faultPosition first altered position
   * @param faultReason kind of the alteration
   */
  record ChainView(
      long head,
      long verifiedTo,
      String verifiedHash,
      boolean complete,
      @Nullable Long faultPosition,
      @Nullable String faultReason) {

    static ChainView of(ChainReport report) {
      return new ChainView(
          report.head(),
          report.verified().position(),
          HexFormat.of().formatHex(report.verified().hash()),
          report.isComplete(),
          report.fault().map(ChainReport.Fault::position).orElse(null),
          report.fault().map(ChainReport.Fault::reason).orElse(null));
    }
  }

  @GetMapping("/chain")
  @Operation(
      summary = "Verify the hash chain of the log",
      description =
          "Each call verifies a bounded number of events and continues where the last"
              + " call ended, until `verifiedTo` equals `head`. `restart=true` starts from the"
              + " beginning. Requires the role admin or auditor.")
  Answer<ChainView> chain(@RequestParam(defaultValue = "false") boolean restart) {
    return Answer.of(ChainView.of(chain.advance(restart)));
  }

  @GetMapping("/trial-balance")
  @Operation(
      summary = "Retrieve the trial balance",
      description =
          "Returns the sums of all accounts per asset; every total must be zero. Requires the"
              + " role admin or auditor.")
  ResponseEntity<Answer<TrialBalanceView>> trialBalance(
      @RequestParam(required = false) @Nullable AsOf asOf, MinPosition min) {
    return queries.ask(new FindTrialBalance(asOf == null ? AsOf.latest() : asOf), min);
  }
}
