package io.playledger.access.identity.mfa;

import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.Secrets;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backup codes in {@code auth.backup_code}, each valid once: ten letters and digits, 50 bits. */
final class BackupCodes {

  static final int CHARS = 10;
  private static final int BYTES = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient database;
  private final KeyedHash hashes;

  BackupCodes(JdbcClient database, Secrets secrets) {
    this.database = database;
    this.hashes = new KeyedHash(secrets.hashKey(HashPurpose.BACKUP_CODE));
  }

  /** Replaces the codes by new ones. Call this in a transaction. */
  List<String> renew(PlayerId player, int many) {
    deleteAll(player);
    List<String> codes = new ArrayList<>();
    while (codes.size() < many) {
      String code = random();
      codes.add(code);
      database
          .sql("INSERT INTO auth.backup_code (account_id, hash) VALUES (?, ?)")
          .params(player.value(), hash(player, code))
          .update();
    }
    return codes;
  }

  /** Uses a code up. Only one of two parallel calls returns true. */
  boolean use(PlayerId player, String code) {
    return database
            .sql(
                "UPDATE auth.backup_code SET used_at = clock_timestamp()"
                    + " WHERE account_id = ? AND hash = ? AND used_at IS NULL")
            .params(player.value(), hash(player, code.toUpperCase(Locale.ROOT)))
            .update()
        == 1;
  }

  int left(PlayerId player) {
    return database
        .sql("SELECT count(*) FROM auth.backup_code WHERE account_id = ? AND used_at IS NULL")
        .param(player.value())
        .query(Integer.class)
        .single();
  }

  void deleteAll(PlayerId player) {
    database
        .sql("DELETE FROM auth.backup_code WHERE account_id = ?")
        .param(player.value())
        .update();
  }

  private byte[] hash(PlayerId player, String code) {
    return hashes.of(
        player.toString().getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Base32().encodeToString(bytes).substring(0, CHARS);
  }
}
