package io.playledger.verification.journal;

import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.ApiSender;
import io.playledger.verification.http.ServerGone;

/** A client that records each request before it is sent, and each answer before it continues. */
public final class JournalledClient implements ApiSender {

  private final ApiSender client;
  private final Journal journal;

  public JournalledClient(ApiSender client, Journal journal) {
    this.client = client;
    this.journal = journal;
  }

  /**
   * The answer, however many attempts it takes.
   *
   * @throws ServerGone when there was none in the client's patience; that is written down too
   */
  @Override
  public ApiReply send(ApiCall call) {
    journal.asked(call);
    try {
      ApiReply reply = client.send(call);
      journal.answered(call, reply);
      return reply;
    } catch (ServerGone gone) {
      journal.unanswered(call, gone.getMessage());
      throw gone;
    }
  }
}
