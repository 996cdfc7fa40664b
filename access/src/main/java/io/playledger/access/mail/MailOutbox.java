package io.playledger.access.mail;

import io.playledger.access.secret.SecretBox;
import io.playledger.web.http.Ids;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outbox of mails. A request is one row, the same and as fast whether or not an account has
 * that address; look-up, writing and sending happen afterwards. A crash loses no mail: a mail that
 * was taken and not finished is due again after its lease, so a mail can be sent twice.
 */
public final class MailOutbox {

  private static final Logger LOG = LoggerFactory.getLogger(MailOutbox.class);
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration RETRY_MAX = Duration.ofHours(1);
  private static final Duration ADDRESS_WINDOW = Duration.ofHours(1);
  private static final int ERROR_CHARS_MAX = 200;
  private static final int RETRY_AFTER_SECONDS = 60;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutboxTable table;
  private final MailWriter writer;
  private final Optional<MailTransport> transport;
  private final SecretBox contents;
  private final MailSettings settings;
  private final Clock clock;

  MailOutbox(
      OutboxTable table,
      MailWriter writer,
      Optional<MailTransport> transport,
      SecretBox contents,
      MailSettings settings,
      Clock clock) {
    this.table = table;
    this.writer = writer;
    this.transport = transport;
    this.contents = contents;
    this.settings = settings;
    this.clock = clock;
  }

  /** Requests a mail, in the caller's transaction if there is one. Throws UNAVAILABLE. */
  public void ask(MailKind kind, byte[] emailHash) {
    if (!table.insert(Ids.next(), kind, emailHash, clock.instant(), settings.waitingMax())) {
      throw ApiProblem.retry(
          TransportCode.UNAVAILABLE,
          "Too many mails are waiting to be sent; try again later.",
          RETRY_AFTER_SECONDS);
    }
  }

  /** Deletes all mails to an erased address, sent or not. */
  public void forget(byte[] emailHash) {
    table.deleteOf(emailHash);
  }

  /** Writes and sends all mails that are due. */
  void work() {
    table.deleteCreatedBefore(clock.instant().minus(settings.keptFor()));
    Optional<OutboxTable.Row> due = table.take(clock.instant(), LEASE);
    while (due.isPresent()) {
      deliver(due.get());
      due = table.take(clock.instant(), LEASE);
    }
  }

  /** The newest mails, for an admin. */
  public List<OutboxEntry> newest(int limit) {
    return table.newest(limit).stream()
        .map(
            row ->
                new OutboxEntry(
                    row.id(),
                    row.kind(),
                    row.state(),
                    row.createdAt(),
                    row.attempts(),
                    row.lastError(),
                    row.contentSealed().map(content -> open(row.id(), content))))
        .toList();
  }

  private void deliver(OutboxTable.Row row) {
    if (table.askedSince(row, row.createdAt().minus(ADDRESS_WINDOW)) > settings.perAddressMax()) {
      table.delete(row.id());
      return;
    }
    try {
      Optional<Mail> mail = writer.write(row.kind(), row.emailHash());
      if (mail.isEmpty()) {
        table.delete(row.id());
      } else if (transport.isPresent()) {
        transport.get().send(mail.get());
        table.sent(row.id());
      } else {
        table.held(row.id(), seal(row.id(), mail.get()));
      }
    } catch (RuntimeException e) {
      failed(row, e);
    }
  }

  /** Messages of mail libraries can name the recipient, so only the kind of failure is stored. */
  private void failed(OutboxTable.Row row, RuntimeException e) {
    boolean forGood = row.attempts() >= settings.attemptsMax();
    String error = cause(e);
    LOG.warn("Mail {} was not sent at attempt {}: {}", row.id(), row.attempts(), error);
    Instant next = clock.instant().plus(pause(row.attempts()));
    table.failed(row.id(), error, forGood, next);
  }

  private Duration pause(int attempts) {
    Duration doubled = settings.firstRetry().multipliedBy(1L << Math.min(attempts - 1, 20));
    return doubled.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : doubled;
  }

  private static String cause(Throwable e) {
    StringBuilder names = new StringBuilder(e.getClass().getSimpleName());
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      names.append(" by ").append(cause.getClass().getSimpleName());
    }
    return names.substring(0, Math.min(names.length(), ERROR_CHARS_MAX));
  }

  private byte[] seal(UUID id, Mail mail) {
    return contents.seal(JSON.writeValueAsBytes(mail), context(id));
  }

  private Mail open(UUID id, byte[] sealed) {
    return JSON.readValue(contents.open(sealed, context(id)), Mail.class);
  }

  private static byte[] context(UUID id) {
    return ("mail/" + id).getBytes(StandardCharsets.UTF_8);
  }
}
