package io.playledger.access.identity;

import io.playledger.access.audit.AuditTrail;
import io.playledger.access.identity.external.SignInSteps;
import io.playledger.access.identity.mailed.EmailChange;
import io.playledger.access.identity.session.SessionSettings;
import io.playledger.access.identity.session.Sessions;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.identity.token.SigningKeys;
import io.playledger.access.identity.token.TokenSettings;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Periodic work: deletes old sessions and tokens, and rotates signing keys. */
final class IdentityUpkeep implements SchedulingConfigurer {

  private static final Logger LOG = LoggerFactory.getLogger(IdentityUpkeep.class);

  private static final Duration SIGN_IN_STEPS_CLEANING = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final OneTimeTokens oneTimeTokens;
  private final EmailChange emailChange;
  private final SignInSteps signInSteps;
  private final SigningKeys keys;
  private final AuditTrail audit;
  private final SessionSettings sessionSettings;
  private final TokenSettings tokenSettings;

  IdentityUpkeep(
      Sessions sessions,
      OneTimeTokens oneTimeTokens,
      EmailChange emailChange,
      SignInSteps signInSteps,
      SigningKeys keys,
      AuditTrail audit,
      SessionSettings sessionSettings,
      TokenSettings tokenSettings) {
    this.sessions = sessions;
    this.oneTimeTokens = oneTimeTokens;
    this.emailChange = emailChange;
    this.signInSteps = signInSteps;
    this.keys = keys;
    this.audit = audit;
    this.sessionSettings = sessionSettings;
    this.tokenSettings = tokenSettings;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::keepUp, sessionSettings.cleaningPeriod());
    // they contain encrypted personal data, which must be deleted soon
    tasks.addFixedDelayTask(signInSteps::clean, SIGN_IN_STEPS_CLEANING);
  }

  /** The scheduler logs a failure, and the next run tries again. */
  void keepUp() {
    oneTimeTokens.clean();
    emailChange.clean();
    int deleted = sessions.clean();
    if (deleted > 0) {
      LOG.info("Deleted {} sessions that ended long ago", deleted);
    }
    if (keys.rotateIfOlderThan(tokenSettings.signingKeyAge())) {
      audit.signingKeyRotated(Optional.empty(), keys.signingKeyId(), Optional.empty());
    }
  }
}
