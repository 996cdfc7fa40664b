package io.playledger.verification.http;

/** Sends requests until there is an answer. */
@FunctionalInterface
public interface ApiSender {

  /**
   * The answer, however many attempts it takes.
   *
   * @throws ServerGone when there was none in the sender's patience
   */
  ApiReply send(ApiCall call);
}
