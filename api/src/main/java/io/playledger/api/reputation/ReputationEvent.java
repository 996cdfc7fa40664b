package io.playledger.api.reputation;

import io.playledger.api.Event;

/** Events of the reputation context. */
public sealed interface ReputationEvent extends Event permits ReputationChanged {}
