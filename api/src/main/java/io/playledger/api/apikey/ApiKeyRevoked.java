package io.playledger.api.apikey;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** An API key was revoked before it expired. */
@Revision("1")
public record ApiKeyRevoked(ApiKeyId key, Instant at) implements ApiKeyEvent {}
