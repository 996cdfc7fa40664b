/**
 * An HTTP client that behaves like a real one: it retries with the same key until it has an answer.
 */
package io.playledger.verification.http;
