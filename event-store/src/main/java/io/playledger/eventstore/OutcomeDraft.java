package io.playledger.eventstore;

/** An outcome on its way into the log; its position is not known yet. */
record OutcomeDraft(CommandKey key, String resultJson) {}
