package io.playledger.eventstore;

import org.jspecify.annotations.Nullable;

/**
 * An outcome that is not stored yet and has no position.
 *
 * @param key key of the command
 * @param resultJson its result, if it has one
 */
public record OutcomeDraft(CommandKey key, @Nullable String resultJson) {}
