/**
 * Speaks to the platform as a real client does: retries with the same key until it has an answer.
 */
package io.playledger.verification.http;
