package io.playledger.web.call;

import java.util.UUID;

/**
 * The key and hash that identify a repeat of an anonymous request; see {@link CommandCall} for
 * others.
 *
 * @param idempotencyKey the client's header
 * @param requestHash keyed hash over method, path, query and canonical body without its password
 */
public record RequestKey(UUID idempotencyKey, byte[] requestHash) {}
