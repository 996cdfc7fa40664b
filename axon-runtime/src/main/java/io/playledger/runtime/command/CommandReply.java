package io.playledger.runtime.command;

/**
 * The answer to a command that was not rejected.
 *
 * @param result result of the handler; null for none
 * @param position position of the command's last event or, without events, the head of the log
 * @param replayed whether this repeats the first answer and nothing was done this time
 */
public record CommandReply(Object result, long position, boolean replayed) {}
