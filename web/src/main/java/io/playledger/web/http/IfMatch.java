package io.playledger.web.http;

/**
 * The version a change is meant for, from the header {@code If-Match}.
 *
 * @param version null where the client names none
 */
public record IfMatch(Long version) {}
