package io.playledger.web.call;

/** An empty body: {@code {}}, or no body at all. */
public record NoMembers() {}
