package io.playledger.eventstore;

/**
 * An outcome that is not stored yet and has no position.
 *
 * @param key key of the command
 * @param resultJson its result; null if it has none
 */
public record OutcomeDraft(CommandKey key, String resultJson) {}
