package io.playledger.access.identity.following;

import io.playledger.access.identity.person.PersonKeys;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes all data of a person in schema {@code auth}: credentials, sessions, mails, API keys, the
 * account, and the keys of the person's texts, in one transaction.
 */
final class AccountRemains {

  /** Statements in the order of foreign keys; each takes the account's id. */
  static final List<String> DELETIONS =
      List.of(
          "DELETE FROM auth.mail_outbox WHERE email_hash ="
              + " (SELECT email_hash FROM auth.account WHERE id = ?)",
          "DELETE FROM auth.mail_outbox WHERE email_hash ="
              + " (SELECT email_hash FROM auth.email_change WHERE account_id = ?)",
          "DELETE FROM auth.email_change WHERE account_id = ?",
          "DELETE FROM auth.api_key_usage WHERE key_id IN"
              + " (SELECT id FROM auth.api_key WHERE owner = ?)",
          "DELETE FROM auth.api_key_secret WHERE key_id IN"
              + " (SELECT id FROM auth.api_key WHERE owner = ?)",
          "DELETE FROM auth.api_key WHERE owner = ?",
          "DELETE FROM auth.external_identity WHERE account_id = ?",
          "DELETE FROM auth.session WHERE account_id = ?",
          "DELETE FROM auth.one_time_token WHERE account_id = ?",
          "DELETE FROM auth.backup_code WHERE account_id = ?",
          "DELETE FROM auth.second_factor WHERE account_id = ?",
          "DELETE FROM auth.account_role WHERE account_id = ?",
          "DELETE FROM auth.account WHERE id = ?");

  private final JdbcClient database;
  private final PersonKeys keys;
  private final ErasureTable erasures;
  private final Clock clock;

  AccountRemains(JdbcClient database, PersonKeys keys, ErasureTable erasures, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.erasures = erasures;
    this.clock = clock;
  }

  /** Deletes in the caller's transaction, which holds the account's lock. */
  void remove(PlayerId player) {
    DELETIONS.forEach(sql -> database.sql(sql).param(player.value()).update());
    // the runtime stores an admin's reason of a discard in plain text
    database
        .sql("UPDATE axon.dead_letter SET discard_reason = ? WHERE discarded_by = ?")
        .params(PersonalTexts.ERASED, player.toString())
        .update();
    keys.destroy(player.value());
    erasures.finished(player, clock.instant());
  }

  /** Call this after the commit: every node forgets the keys. */
  void removed(PlayerId player) {
    keys.destroyed(player.value());
  }
}
