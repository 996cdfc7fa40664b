package io.playledger.runtime.command;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a command that was not rejected.
 *
 * @param result result of the handler, if it has one
 * @param position position of the command's last event or, without events, the head of the log
 * @param replayed whether this repeats the first answer and nothing was done this time
 */
public record CommandReply(@Nullable Object result, long position, boolean replayed) {}
