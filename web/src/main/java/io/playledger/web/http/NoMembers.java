package io.playledger.web.http;

/** A body that says nothing: {@code {}}, or none at all. */
public record NoMembers() {}
