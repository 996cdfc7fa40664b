package io.playledger.access.identity.session;

import io.playledger.access.secret.SecretBox;
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
 * Opens, refreshes and ends sessions. Every refresh turns the token in for a successor; one that is
 * turned in again ends the session for both bearers, except where it can only be a client that lost
 * the answer: within seconds, from the same address and device, and before the successor was used.
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

  /**
   * Over this table.
   *
   * @param addresses seals addresses
   * @param successors key that successors of refresh tokens are derived with
   * @param bearers hashes address and user agent of who turns a token in
   */
  public Sessions(
      SessionTable table,
      SecretBox addresses,
      KeyedHash successors,
      KeyedHash bearers,
      TransactionTemplate transactions,
      Standings standings,
      SessionSettings settings,
      Clock clock) {
    this.table = table;
    this.tokens = new RefreshTokens(successors);
    this.addresses = addresses;
    this.bearers = bearers;
    this.transactions = transactions;
    this.standings = standings;
    this.settings = settings;
    this.clock = clock;
  }

  /** What became of a refresh token that was turned in. */
  public sealed interface Refresh {

    /** It is good: here is its successor. */
    record Renewed(OpenSession session) implements Refresh {}

    /** It was turned in before; its session has ended by this. */
    record Reused(UUID session, PlayerId player) implements Refresh {}

    /** There is no such token, or it or its session has ended. */
    record Unknown() implements Refresh {}
  }

  /** Opens a session, and ends the one unused for longest where the account has too many. */
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

  /** Turns a refresh token in. */
  public Refresh refresh(String presented, Client client) {
    SecretToken token = new SecretToken(presented);
    if (!token.isShaped(RefreshTokens.PREFIX)) {
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

  /** The live sessions, the one used last first. */
  public List<SessionSummary> of(PlayerId player) {
    return table.live(player, clock.instant()).stream().map(this::summary).toList();
  }

  /** All that are kept, those that have ended too, the one used last first. */
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

  /** Whether somebody was let in to this account from this address, as far as that is kept. */
  public boolean haveBeenAt(PlayerId player, Client client) {
    return table.hasAddress(player, client.origin().addressHash());
  }

  /** When the first factor was shown in this session; empty where the player has no such one. */
  public Optional<Instant> signedInAt(PlayerId player, UUID session) {
    return table.live(player, clock.instant()).stream()
        .filter(row -> row.id().equals(session))
        .map(row -> row.proof().at())
        .findFirst();
  }

  /** False where the player has no such live session. */
  public boolean end(PlayerId player, UUID session, EndReason reason) {
    boolean ended = table.end(player, session, reason, clock.instant());
    standings.changed(session);
    return ended;
  }

  /** The session of this refresh token; empty where there is none that lives. */
  public Optional<UUID> endByToken(String presented, EndReason reason) {
    SecretToken token = new SecretToken(presented);
    if (!token.isShaped(RefreshTokens.PREFIX)) {
      return Optional.empty();
    }
    Optional<UUID> ended = table.endByToken(token.hash(), reason, clock.instant());
    ended.ifPresent(standings::changed);
    return ended;
  }

  /** Ends all of a player; the answer is how many. */
  public int endAll(PlayerId player, EndReason reason) {
    return endAllBut(player, Optional.empty(), reason);
  }

  /** Ends all of a player but this one; the answer is how many. */
  public int endAllBut(PlayerId player, Optional<UUID> kept, EndReason reason) {
    int ended = table.endAllBut(player, kept, reason, clock.instant());
    standings.changed(player);
    return ended;
  }

  /** The session showed a second factor just now. */
  public void secondFactorShown(UUID session) {
    table.secondFactor(session, clock.instant());
    standings.changed(session);
  }

  /** Deletes what ended long ago; the answer is how many sessions. */
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
