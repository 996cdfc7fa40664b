package io.playledger.verification.http;

import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of every actor. It retries until it has an answer: a lost connection, a timeout,
 * 429, 503 and a request in flight are retried with the same key and body, because their outcome is
 * unknown.
 */
public final class ApiClient implements ApiSender, AutoCloseable {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final URI base;
  private final RetryPolicy retries;
  private final Latencies latencies;
  private final Tally<RetryReason> retried;
  private volatile boolean gone;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  /**
   * @param base scheme, host and port
   * @param latencies receives the time of every answered attempt
   * @param retried counts retries by reason
   */
  public ApiClient(URI base, RetryPolicy retries, Latencies latencies, Tally<RetryReason> retried) {
    this.base = base;
    this.retries = retries;
    this.latencies = latencies;
    this.retried = retried;
  }

  /**
   * The answer, however many attempts it takes.
   *
   * @throws ServerGone when the retry policy's time is over, or was over for an earlier call
   */
  @Override
  public ApiReply send(ApiCall call) {
    long begin = System.nanoTime();
    boolean renewed = false;
    for (int retry = 0; ; retry++) {
      Attempt attempt = attempt(call);
      RetryReason reason = attempt.reason();
      if (reason == null && attempt.reply().status() == 401 && call.actor() != null && !renewed) {
        renewed = true;
        reason = RetryReason.TOKEN_EXPIRED;
        retried.add(reason);
        login(call.actor());
        continue;
      }
      if (reason == null) {
        return attempt.reply();
      }
      retried.add(reason);
      pause(call, begin, retry, attempt);
    }
  }

  /** Logs the actor in and returns the answer. */
  public ApiReply login(Actor actor) {
    ApiReply reply = send(ApiCall.of("auth.login", "POST", "/auth/login", actor.credentials()));
    if (reply.ok()) {
      actor.loggedIn(reply.text("accessToken"), reply.text("playerId"));
    }
    return reply;
  }

  /** One attempt, with either a reply or a cause. */
  private record Attempt(
      @Nullable ApiReply reply, @Nullable RetryReason reason, @Nullable Exception cause) {}

  private Attempt attempt(ApiCall call) {
    long begin = System.nanoTime();
    try {
      HttpResponse<byte[]> response = http.send(request(call), BodyHandlers.ofByteArray());
      long nanos = System.nanoTime() - begin;
      ApiReply reply = reply(response);
      RetryReason reason = RetryReason.of(reply);
      if (reason == null) {
        latencies.add(call.kind(), nanos);
        if (call.actor() != null) {
          call.actor().saw(reply.position());
        }
      }
      return new Attempt(reply, reason, null);
    } catch (HttpTimeoutException late) {
      return new Attempt(null, RetryReason.TIMED_OUT, late);
    } catch (IOException lost) {
      return new Attempt(null, RetryReason.CONNECTION_LOST, lost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + call.path(), e);
    }
  }

  private HttpRequest request(ApiCall call) {
    BodyPublisher body =
        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve("/api/v1" + call.path()))
            .timeout(Duration.ofMillis(retries.attemptMillisMax()))
            .method(call.method(), body);
    if (call.body() != null && !call.headers().containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    if (call.key() != null) {
      request.header("Idempotency-Key", call.key().toString());
    }
    if (call.actor() != null && call.actor().token() != null) {
      request.header("Authorization", "Bearer " + call.actor().token());
    }
    call.headers().forEach(request::header);
    return request.build();
  }

  private static ApiReply reply(HttpResponse<byte[]> response) {
    long position = response.headers().firstValueAsLong("Playledger-Position").orElse(-1);
    boolean replayed =
        response.headers().firstValue("Idempotency-Replayed").filter("true"::equals).isPresent();
    String etag = response.headers().firstValue("ETag").orElse(null);
    return new ApiReply(
        response.statusCode(), Json.parse(response.body()), position, replayed, etag);
  }

  private void pause(ApiCall call, long begin, int retry, Attempt attempt) {
    long elapsedMillis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
    if (gone || elapsedMillis > retries.elapsedMillisMax()) {
      // one long silence is enough: nobody waits as long again for a server that is not there
      gone |= attempt.reply() == null;
      String last = attempt.reply() == null ? attempt.reason().name() : attempt.reply().brief();
      throw new ServerGone(
          call.method() + " " + call.path() + ": no answer in " + elapsedMillis + " ms: " + last,
          attempt.cause());
    }
    long name = call.key() == null ? call.path().hashCode() : call.key().getMostSignificantBits();
    Pause.millis(retries.delayMillis(name, retry));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
