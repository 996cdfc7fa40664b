package io.playledger.access.identity.session;

import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.Ids;
import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens, refreshes and ends sessions. Every refresh replaces the token by a successor. A second use
 * of a token ends the session for both bearers, unless it is a retry of a client that lost the
 * reply: within seconds, from the same address and device, and before the successor was used.
 */
public final class Sessions {

  private final SessionTable table;
  private final RefreshTokens tokens;
  private final SecretBox addresses;
  private final KeyedHash bearers;
  private final TransactionTemplate transactions;
  private final Standings standings;
  private final SessionSettings settings;
  private final Clock clock;

  Sessions(
      SessionTable table,
      Secrets secrets,
      TransactionTemplate transactions,
      Standings standings,
      SessionSettings settings,
      Clock clock) {
    this.table = table;
    this.tokens =
        new RefreshTokens(new KeyedHash(secrets.hashKey(HashPurpose.REFRESH_TOKEN_SUCCESSOR)));
    this.addresses = secrets.box(SealedData.SESSION_ADDRESSES);
    this.bearers = new KeyedHash(secrets.hashKey(HashPurpose.REFRESH_TOKEN_BEARER));
    this.transactions = transactions;
    this.standings = standings;
    this.settings = settings;
    this.clock = clock;
  }

  /** Results of using a refresh token. */
  public sealed interface Refresh {

    /** The token is valid; this is its successor. */
    record Renewed(OpenSession session) implements Refresh {}

    /** The token was used before; its session is now ended. */
    record Reused(UUID session, PlayerId player) implements Refresh {}

    /** The token is unknown, or it or its session has ended. */
    record Unknown() implements Refresh {}
  }

  /** Opens a session, and ends the one that was unused for longest if the account has too many. */
  public OpenSession open(PlayerId player, Client client, Proof proof) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    Instant expiresAt = expiry(now, now);
    SecretToken token = tokens.first();
    transactions.executeWithoutResult(
        status -> {
          table.endBeyond(player, settings.perAccountMax() - 1, EndReason.TOO_MANY, now);
          table.insert(
              new SessionTable.Row(
                  id,
                  player,
                  client.device(),
                  client.origin().addressHash(),
                  seal(id, client.address()),
                  proof,
                  now,
                  expiresAt));
          table.insertToken(token.hash(), id, now, expiresAt);
        });
    return new OpenSession(id, player, proof, token, expiresAt);
  }

  /** Exchanges a refresh token. */
  public Refresh refresh(String presented, Client client) {
    SecretToken token = new SecretToken(presented);
    if (!token.hasForm(RefreshTokens.PREFIX)) {
      return new Refresh.Unknown();
    }
    Refresh refresh = transactions.execute(status -> refreshed(token, client));
    if (refresh instanceof Refresh.Reused reused) {
      standings.changed(reused.session());
    }
    return refresh;
  }

  private Refresh refreshed(SecretToken token, Client client) {
    Instant now = clock.instant();
    Optional<SessionTable.Turned> found = table.lockToken(token.hash());
    if (found.isEmpty() || !found.get().isLive(now)) {
      return new Refresh.Unknown();
    }
    SessionTable.Turned turned = found.get();
    SessionTable.Row row = turned.session();
    byte[] salt = turned.salt().orElseGet(tokens::newSalt);
    SecretToken successor = tokens.successor(token, salt);
    if (turned.usedAt().isPresent()) {
      return isRetry(turned, successor, client, now)
          ? renewed(row, successor, row.expiresAt())
          : reused(row, now);
    }
    Instant expiresAt = expiry(row.proof().at(), now);
    table.useToken(token.hash(), now, bearers.hex(client.fingerprint()), salt);
    table.insertToken(successor.hash(), row.id(), now, expiresAt);
    table.touch(
        row.id(), client.origin().addressHash(), seal(row.id(), client.address()), now, expiresAt);
    return renewed(row, successor, expiresAt);
  }

  private boolean isRetry(
      SessionTable.Turned turned, SecretToken successor, Client client, Instant now) {
    boolean soon = !now.isAfter(turned.usedAt().orElseThrow().plus(settings.retryWindow()));
    boolean sameBearer =
        turned.usedBy().filter(bearers.hex(client.fingerprint())::equals).isPresent();
    return soon && sameBearer && table.isUnused(successor.hash());
  }

  private Refresh reused(SessionTable.Row row, Instant now) {
    table.end(row.player(), row.id(), EndReason.TOKEN_REUSED, now);
    return new Refresh.Reused(row.id(), row.player());
  }

  private static Refresh renewed(SessionTable.Row row, SecretToken successor, Instant expiresAt) {
    return new Refresh.Renewed(
        new OpenSession(row.id(), row.player(), row.proof(), successor, expiresAt));
  }

  /** The open sessions, the most recently used first. */
  public List<SessionSummary> of(PlayerId player) {
    return table.live(player, clock.instant()).stream().map(this::summary).toList();
  }

  /** All stored sessions, including ended ones, the most recently used first. */
  public List<SessionSummary> kept(PlayerId player) {
    return table.all(player).stream().map(this::summary).toList();
  }

  private SessionSummary summary(SessionTable.Row row) {
    return new SessionSummary(
        row.id(),
        row.device(),
        open(row.id(), row.addressSealed()),
        row.proof().at(),
        row.usedAt(),
        row.expiresAt());
  }

  /** Whether this account was signed in to from this address, as far as sessions are stored. */
  public boolean hasSignedInFrom(PlayerId player, Client client) {
    return table.hasAddress(player, client.origin().addressHash());
  }

  /** When the first factor was shown in this session; empty if the player has no such session. */
  public Optional<Instant> signedInAt(PlayerId player, UUID session) {
    return table.live(player, clock.instant()).stream()
        .filter(row -> row.id().equals(session))
        .map(row -> row.proof().at())
        .findFirst();
  }

  /** False if the player has no such open session. */
  public boolean end(PlayerId player, UUID session, EndReason reason) {
    boolean ended = table.end(player, session, reason, clock.instant());
    standings.changed(session);
    return ended;
  }

  /** The open session of this refresh token; empty if there is none. */
  public Optional<UUID> endByToken(String presented, EndReason reason) {
    SecretToken token = new SecretToken(presented);
    if (!token.hasForm(RefreshTokens.PREFIX)) {
      return Optional.empty();
    }
    Optional<UUID> ended = table.endByToken(token.hash(), reason, clock.instant());
    ended.ifPresent(standings::changed);
    return ended;
  }

  /** Ends all sessions of a player and returns their number. */
  public int endAll(PlayerId player, EndReason reason) {
    return endAllBut(player, Optional.empty(), reason);
  }

  /** Ends all sessions of a player except this one and returns their number. */
  public int endAllBut(PlayerId player, Optional<UUID> kept, EndReason reason) {
    int ended = table.endAllBut(player, kept, reason, clock.instant());
    standings.changed(player);
    return ended;
  }

  /** Records that the session has just shown a second factor. */
  public void secondFactorShown(UUID session) {
    table.secondFactor(session, clock.instant());
    standings.changed(session);
  }

  /** Deletes sessions that ended long ago and returns their number. */
  public int clean() {
    return table.deleteEndedBefore(clock.instant().minus(settings.keptAfterEnd()));
  }

  private Instant expiry(Instant signedInAt, Instant now) {
    Instant byAge = signedInAt.plus(settings.ageMax());
    Instant byToken = now.plus(settings.refreshTokenAge());
    return byToken.isBefore(byAge) ? byToken : byAge;
  }

  private byte[] seal(UUID session, String address) {
    return addresses.seal(address.getBytes(StandardCharsets.UTF_8), context(session));
  }

  private String open(UUID session, byte[] sealed) {
    return new String(addresses.open(sealed, context(session)), StandardCharsets.UTF_8);
  }

  private static byte[] context(UUID session) {
    return ("session/" + session).getBytes(StandardCharsets.UTF_8);
  }
}
