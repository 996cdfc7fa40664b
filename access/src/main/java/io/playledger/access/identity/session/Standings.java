package io.playledger.access.identity.session;

import io.playledger.access.BoundedCache;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.Role;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The current state of sessions. It is needed on every request, so it is cached for a few seconds.
 * A change takes effect at once by a notice, and after those seconds if the notice was lost.
 */
public final class Standings {

  private static final String PLAYER = "player:";
  private static final String SESSION = "session:";
  private static final String ROLES =
      "array(SELECT role FROM auth.account_role WHERE account_id = a.id) AS roles";
  private static final String MAY_COME_IN =
      "a.state = 'ACTIVE'" + " AND NOT (a.banned AND coalesce(a.banned_until > ?, true))";

  private final JdbcClient database;
  private final Notices notices;
  private final Clock clock;
  private final long ageNanosMax;
  private final BoundedCache<UUID, Seen> cache;
  private final BoundedCache<PlayerId, Seen> accounts;

  public Standings(JdbcClient database, Notices notices, SessionSettings settings, Clock clock) {
    this.database = database;
    this.notices = notices;
    this.clock = clock;
    this.ageNanosMax = settings.standingCacheMillisMax() * 1_000_000L;
    this.cache = new BoundedCache<>(settings.standingCacheEntriesMax());
    this.accounts = new BoundedCache<>(settings.standingCacheEntriesMax());
    notices.onNotice(this::heard);
  }

  private record Seen(PlayerId player, Optional<Standing> standing, long nanos) {}

  /**
   * The state of a session; empty if the session has ended or belongs to another player, or if the
   * account cannot sign in.
   */
  public Optional<Standing> of(UUID session, PlayerId player) {
    long now = System.nanoTime();
    Seen seen = cache.get(session);
    if (seen == null || now - seen.nanos() > ageNanosMax || !seen.player().equals(player)) {
      seen = new Seen(player, find(session, player), now);
      cache.put(session, seen);
    }
    return seen.standing();
  }

  /** The state of an account without a session; empty if it cannot sign in. */
  public Optional<Standing> of(PlayerId player) {
    long now = System.nanoTime();
    Seen seen = accounts.get(player);
    if (seen == null || now - seen.nanos() > ageNanosMax) {
      seen = new Seen(player, find(player), now);
      accounts.put(player, seen);
    }
    return seen.standing();
  }

  /** Announces that roles, ban or all sessions of a player changed. Call this after the commit. */
  public void changed(PlayerId player) {
    notices.send(PLAYER + player);
  }

  /** Announces that one session ended or showed a second factor. Call this after the commit. */
  public void changed(UUID session) {
    notices.send(SESSION + session);
  }

  private void heard(String notice) {
    if (notice.startsWith(PLAYER)) {
      PlayerId player = PlayerId.of(notice.substring(PLAYER.length()));
      cache.removeIf(seen -> seen.player().equals(player));
      accounts.remove(player);
    } else if (notice.startsWith(SESSION)) {
      cache.remove(UUID.fromString(notice.substring(SESSION.length())));
    } else if (notice.equals(Notices.LOST)) {
      cache.clear();
      accounts.clear();
    }
  }

  private Optional<Standing> find(UUID session, PlayerId player) {
    return database
        .sql(
            "SELECT s.second_factor_at, "
                + ROLES
                + " FROM auth.session s JOIN auth.account a ON a.id = s.account_id"
                + " WHERE s.id = ? AND s.account_id = ? AND s.ended_at IS NULL"
                + " AND s.expires_at > ? AND "
                + MAY_COME_IN)
        .params(session, player.value(), now(), now())
        .query((row, number) -> standing(player, row))
        .optional();
  }

  private Optional<Standing> find(PlayerId player) {
    return database
        .sql(
            "SELECT NULL::timestamptz AS second_factor_at, "
                + ROLES
                + " FROM auth.account a WHERE a.id = ? AND "
                + MAY_COME_IN)
        .params(player.value(), now())
        .query((row, number) -> standing(player, row))
        .optional();
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }

  private static Standing standing(PlayerId player, ResultSet row) throws SQLException {
    return new Standing(
        player,
        roles(row.getArray("roles")),
        Optional.ofNullable(row.getObject("second_factor_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Set<Role> roles(Array names) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Arrays.stream((String[]) names.getArray()).map(Role::ofWireName).forEach(roles::add);
    return roles;
  }
}
