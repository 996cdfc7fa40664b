package io.playledger.web.http;

/** An empty body: {@code {}}, or no body at all. */
public record NoMembers() {}
