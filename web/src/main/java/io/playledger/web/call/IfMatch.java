package io.playledger.web.call;

/**
 * The version to change, from the header {@code If-Match}.
 *
 * @param version null if the client names none
 */
public record IfMatch(Long version) {}
