package io.playledger.web.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests and refuses those above their rates. */
public final class RateLimiter {

  private final Map<RateGroup, Map<Counted, Limit>> limits = new EnumMap<>(RateGroup.class);
  private final Counts counts;
  private final Delays delays;

  RateLimiter(RateLimitSettings settings, Counts counts, Delays delays) {
    this.counts = counts;
    this.delays = delays;
    for (RateGroup group : RateGroup.values()) {
      Map<Counted, Limit> ofGroup = new EnumMap<>(Counted.class);
      if (settings.enabled()) {
        settings
            .groups()
            .getOrDefault(group, Map.of())
            .forEach((counted, rate) -> ofGroup.put(counted, Limit.of(group, counted, rate)));
      }
      limits.put(group, ofGroup);
    }
  }

  /** Counts a request of this client in its group and in {@code EVERYTHING}. */
  Spending spend(RateGroup group, CountedClient client) {
    Spending spending = new Spending();
    spendIn(RateGroup.EVERYTHING, client, spending);
    if (group != RateGroup.EVERYTHING && !spending.isRefused()) {
      spendIn(group, client, spending);
    }
    return spending;
  }

  /**
   * Counts a request about one subject, for example the player whose score it is.
   *
   * @throws ApiProblem RATE_LIMITED
   */
  public void spendOn(RateGroup group, Object subject) {
    Limit limit = limits.get(group).get(Counted.SUBJECT);
    if (limit == null) {
      return;
    }
    Spending spending = new Spending();
    spendOne(limit, subject.toString(), spending);
    if (spending.isRefused()) {
      throw problem(spending);
    }
  }

  static ApiProblem problem(Spending refused) {
    return ApiProblem.retry(
        TransportCode.RATE_LIMITED,
        "At most %d requests in %d seconds are allowed here (%s); retry after"
            + " Retry-After seconds."
                .formatted(
                    refused.refusedBy().rate().requests(),
                    refused.refusedBy().rate().window().toSeconds(),
                    refused.refusedBy().name()),
        refused.retryAfterSeconds());
  }

  private void spendIn(RateGroup group, CountedClient client, Spending spending) {
    Map<Counted, Limit> ofGroup = limits.get(group);
    Limit limit = ofGroup.get(client.tier());
    if (limit != null) {
      spendOne(limit, client.name(), spending);
    }
    limit = ofGroup.get(Counted.ADDRESS);
    if (limit != null && !spending.isRefused()) {
      spendOne(limit, client.address(), spending);
    }
    limit = ofGroup.get(Counted.EVERYBODY);
    if (limit != null && !spending.isRefused()) {
      spendOne(limit, "", spending);
    }
  }

  private void spendOne(Limit limit, String who, Spending spending) {
    CountKey key = new CountKey(limit.group(), limit.counted(), who);
    long delayed = delays.nanosLeft(key);
    if (delayed > 0) {
      spending.refused(limit, delayed);
      return;
    }
    Bucket count = counts.of(key, limit);
    ConsumptionProbe probe = count.tryConsumeAndReturnRemaining(1);
    if (probe.isConsumed()) {
      spending.allowed(limit, probe.getRemainingTokens(), probe.getNanosToWaitForReset());
      return;
    }
    // a shared counter blocks no single client
    long delay = limit.counted() == Counted.EVERYBODY ? 0 : delays.refused(key);
    spending.refused(limit, Math.max(delay, probe.getNanosToWaitForRefill()));
  }
}
