package io.playledger.verification.proof.control;

import static io.playledger.verification.proof.control.LogFaults.one;

import io.playledger.verification.proof.log.CheckName;
import java.util.List;

/** Faults in what was made from the log. */
final class TableFaults {

  private TableFaults() {}

  static List<Control> all() {
    return List.of(
        new StoredFault(
            "balance off by one",
            CheckName.BALANCES_EQUAL_EVENTS,
            sql ->
                one(
                    sql,
                    """
                    UPDATE read_model.account_balance SET posted = posted + 1
                    WHERE (account, asset) = (SELECT account, asset FROM read_model.account_balance
                      WHERE kind = 'WALLET' ORDER BY account LIMIT 1)
                    """)),
        new StoredFault(
            "listing lost from its table",
            CheckName.READ_TABLES_EQUAL_REPLAY,
            sql ->
                one(
                    sql,
                    """
                    DELETE FROM read_model.listing
                    WHERE id = (SELECT min(id::text)::uuid FROM read_model.listing)
                    """)),
        new StoredFault(
            "ended hold that still shows as pending",
            CheckName.HOLDS_EQUAL_OPEN_HOLDS,
            sql ->
                one(
                    sql,
                    """
                    UPDATE read_model.hold SET state = 'PENDING'
                    WHERE id = (SELECT min(id::text)::uuid FROM read_model.hold
                      WHERE state = 'RELEASED')
                    """)),
        new StoredFault(
            "saga lost with its deadline",
            CheckName.SAGAS_FINISHED,
            sql -> {
              sql.update("DELETE FROM axon.scheduled_tasks");
              sql.update("DELETE FROM axon.saga_association");
              sql.update("DELETE FROM axon.saga_entry");
            }),
        new StoredFault(
            "projection set on without its rows",
            CheckName.BALANCES_EQUAL_EVENTS,
            sql -> {
              sql.update("DELETE FROM read_model.posting");
              sql.update("DELETE FROM read_model.account_balance");
            }));
  }
}
