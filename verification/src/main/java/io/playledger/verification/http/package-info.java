/**
 * An HTTP client that behaves like a real one: it retries with the same key until it has an answer.
 */
@NullMarked
package io.playledger.verification.http;

import org.jspecify.annotations.NullMarked;
