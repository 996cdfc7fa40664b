package io.playledger.web.limit;

import io.github.bucket4j.BucketConfiguration;

/**
 * One rate, with the requests that it counts and its form in headers.
 *
 * @param name of the policy in headers, such as {@code search-player}
 * @param policy the item of {@code RateLimit-Policy}
 */
record Limit(
    RateGroup group,
    Counted counted,
    Rate rate,
    BucketConfiguration bucket,
    String name,
    String policy) {

  static Limit of(RateGroup group, Counted counted, Rate rate) {
    String name = group.wireName() + "-" + counted.wireName();
    return new Limit(
        group,
        counted,
        rate,
        BucketConfiguration.builder()
            .addLimit(
                limit ->
                    limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.window()))
            .build(),
        name,
        "\"%s\";q=%d;w=%d".formatted(name, rate.requests(), rate.window().toSeconds()));
  }
}
