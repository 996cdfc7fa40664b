package io.playledger.command.audit;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.NOW;

import io.playledger.api.audit.CredentialChange;
import io.playledger.api.audit.CredentialChanged;
import io.playledger.api.audit.RecordAuditEvent;
import io.playledger.api.audit.SignInFailed;
import io.playledger.api.audit.SignInFault;
import io.playledger.command.CommandFixture;
import org.junit.jupiter.api.Test;

class AccountAuditTest {

  private static final SignInFailed FAILED =
      new SignInFailed(ANNA, SignInFault.CREDENTIALS_REJECTED, NOW);

  private final CommandFixture fixture = new CommandFixture();

  @Test
  void everyOccurrenceIsRecorded() {
    fixture.when(new RecordAuditEvent(FAILED)).expectEvents(FAILED);
    fixture.when(new RecordAuditEvent(FAILED)).expectEvents(FAILED);
  }

  @Test
  void anonymousClientsAndPlayersHaveSeparateAudits() {
    SignInFailed nobody = new SignInFailed(null, SignInFault.CREDENTIALS_REJECTED, NOW);
    fixture
        .given(new RecordAuditEvent(FAILED))
        .when(new RecordAuditEvent(nobody))
        .expectEvents(nobody);
    CredentialChanged changed = new CredentialChanged(ANNA, CredentialChange.PASSWORD_CHANGED, NOW);
    fixture.when(new RecordAuditEvent(changed)).expectEvents(changed);
  }
}
