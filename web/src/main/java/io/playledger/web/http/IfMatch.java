package io.playledger.web.http;

/**
 * The version to change, from the header {@code If-Match}.
 *
 * @param version null if the client names none
 */
public record IfMatch(Long version) {}
