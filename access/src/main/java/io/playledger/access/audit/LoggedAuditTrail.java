package io.playledger.access.audit;

import io.playledger.api.MetadataKeys;
import io.playledger.api.PersonalTexts;
import io.playledger.api.audit.ActRefused;
import io.playledger.api.audit.AuditEvent;
import io.playledger.api.audit.AuditKind;
import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.CredentialChanged;
import io.playledger.api.audit.PrivateDataViewed;
import io.playledger.api.audit.RecordAuditEvent;
import io.playledger.api.audit.RefreshTokenReused;
import io.playledger.api.audit.SignInFailed;
import io.playledger.api.audit.SignInFault;
import io.playledger.api.audit.SignInSucceeded;
import io.playledger.api.audit.SigningKeyRotated;
import io.playledger.api.identity.PlayerId;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.web.authority.Caller;
import io.playledger.web.authority.RequestOrigin;
import io.playledger.web.http.Ids;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** The audit trail in the event log. One thread writes the entries that can wait. */
final class LoggedAuditTrail implements AuditTrail, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedAuditTrail.class);
  private static final String NOBODY = "nobody";
  private static final String SYSTEM = "system";
  private static final long STOP_MILLIS_MAX = 5_000;
  private static final long POLL_MILLIS = 200;

  private final Commands commands;
  private final PersonalTexts texts;
  private final AuditBudget budget;
  private final BlockingQueue<Entry> waiting;
  private final Clock clock;
  private volatile @Nullable Thread writer;

  LoggedAuditTrail(Commands commands, PersonalTexts texts, AuditSettings settings, Clock clock) {
    this.commands = commands;
    this.texts = texts;
    this.budget = new AuditBudget(settings);
    this.waiting = new ArrayBlockingQueue<>(settings.queueEntriesMax());
    this.clock = clock;
  }

  private record Entry(AuditEvent event, AuditKind kind, Map<String, String> metadata) {}

  @Override
  public void signedIn(PlayerId player, UUID session, List<String> methods, RequestOrigin origin) {
    write(
        new SignInSucceeded(player, session, String.join(" ", methods), clock.instant()),
        metadata(player.toString(), "player", origin));
  }

  @Override
  public void signInFailed(Optional<PlayerId> player, SignInFault fault, RequestOrigin origin) {
    writeLater(
        player,
        AuditKind.SIGN_IN_FAILED,
        new SignInFailed(player.orElse(null), fault, clock.instant()),
        metadata(NOBODY, NOBODY, origin));
  }

  @Override
  public void refreshTokenReused(PlayerId player, UUID session, RequestOrigin origin) {
    write(
        new RefreshTokenReused(player, session, clock.instant()), metadata(NOBODY, NOBODY, origin));
  }

  @Override
  public void credentialChanged(PlayerId player, CredentialChange change, RequestOrigin origin) {
    write(
        new CredentialChanged(player, change, clock.instant()),
        metadata(player.toString(), "player", origin));
  }

  @Override
  public void credentialChanged(PlayerId player, CredentialChange change, Caller by) {
    write(new CredentialChanged(player, change, clock.instant()), metadata(by));
  }

  @Override
  public void viewed(Caller viewer, String what) {
    write(new PrivateDataViewed(viewer.player(), what, clock.instant()), metadata(viewer));
  }

  @Override
  public void refused(PlayerId player, String operation, RequestOrigin origin) {
    writeLater(
        Optional.of(player),
        AuditKind.ACT_REFUSED,
        new ActRefused(player, operation, clock.instant()),
        metadata(player.toString(), "player", origin));
  }

  @Override
  public void signingKeyRotated(Optional<Caller> admin, String keyId, Optional<String> reason) {
    write(
        new SigningKeyRotated(
            admin.map(Caller::player).orElse(null),
            keyId,
            admin
                .flatMap(who -> reason.map(why -> texts.protect(who.player().value(), why)))
                .orElse(null),
            clock.instant()),
        admin.map(LoggedAuditTrail::metadata).orElseGet(LoggedAuditTrail::ownMetadata));
  }

  /** Writes the counts of ended windows. */
  void writeCounts() {
    budget.ended(clock.instant()).forEach(counted -> write(counted, ownMetadata()));
  }

  private void writeLater(
      Optional<PlayerId> player, AuditKind kind, AuditEvent event, Map<String, String> metadata) {
    if (budget.spend(player, kind, event.at())
        && !waiting.offer(new Entry(event, kind, metadata))) {
      budget.count(player, kind, event.at());
    }
  }

  private void write(AuditEvent event, Map<String, String> metadata) {
    commands.send(CommandRequest.unkeyed(new RecordAuditEvent(event), metadata));
  }

  @Override
  public void start() {
    // set before it runs: it ends where there is no writer
    writer = Thread.ofPlatform().daemon().name("audit-writer").unstarted(this::writeWaiting);
    writer.start();
  }

  private void writeWaiting() {
    while (isRunning() || !waiting.isEmpty()) {
      try {
        Entry entry = waiting.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (entry != null) {
          writeOrCount(entry);
        }
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void writeOrCount(Entry entry) {
    try {
      write(entry.event(), entry.metadata());
    } catch (RuntimeException e) {
      LOG.warn("An audit entry is only counted: {}", e.toString());
      budget.count(Optional.ofNullable(entry.event().player()), entry.kind(), entry.event().at());
    }
  }

  @Override
  public void stop() {
    Thread stopped = writer;
    writer = null;
    if (stopped == null) {
      return;
    }
    try {
      stopped.join(STOP_MILLIS_MAX);
      budget.all(clock.instant()).forEach(counted -> write(counted, ownMetadata()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("Counts of failed attempts were lost: {}", e.toString());
    }
  }

  @Override
  public boolean isRunning() {
    return writer != null;
  }

  /** Starts after the runtime and before the web server, and stops in reverse order. */
  @Override
  public int getPhase() {
    return 1;
  }

  private static Map<String, String> metadata(Caller caller) {
    return metadata(
        caller.player().toString(),
        caller.actingRole().wireName(),
        new RequestOrigin(caller.requestId(), caller.correlationId(), caller.addressHash()));
  }

  private static Map<String, String> ownMetadata() {
    String id = Ids.next().toString();
    return metadata(SYSTEM, SYSTEM, new RequestOrigin(id, id, SYSTEM));
  }

  private static Map<String, String> metadata(String actor, String role, RequestOrigin origin) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(MetadataKeys.ACTOR_ID, actor);
    metadata.put(MetadataKeys.ACTOR_ROLE, role);
    metadata.put(MetadataKeys.REQUEST_ID, origin.requestId());
    metadata.put(MetadataKeys.CORRELATION_ID, origin.correlationId());
    metadata.put(MetadataKeys.CAUSATION_ID, origin.requestId());
    metadata.put(MetadataKeys.CLIENT_ADDRESS_HASH, origin.addressHash());
    return metadata;
  }
}
