package io.playledger.eventstore;

/**
 * An outcome on its way into the log; its position is not known yet.
 *
 * @param key of the command
 * @param resultJson its result; null where it has none
 */
public record OutcomeDraft(CommandKey key, String resultJson) {}
