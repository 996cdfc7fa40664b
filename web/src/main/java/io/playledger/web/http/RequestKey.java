package io.playledger.web.http;

import java.util.UUID;

/**
 * What makes a repeat a repeat where nobody is signed in yet; else see {@link CommandCall}.
 *
 * @param idempotencyKey the client's header
 * @param requestHash keyed hash over method, path, query and canonical body without its password
 */
public record RequestKey(UUID idempotencyKey, byte[] requestHash) {}
