package io.playledger.api.apikey;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A key has ended before its time. */
@Revision("1")
public record ApiKeyRevoked(ApiKeyId key, Instant at) implements ApiKeyEvent {}
