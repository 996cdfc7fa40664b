package io.playledger.web.call;

import org.jspecify.annotations.Nullable;

/**
 * The version to change, from the header {@code If-Match}.
 *
 * @param version none: any version
 */
public record IfMatch(@Nullable Long version) {}
