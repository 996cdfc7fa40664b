package io.playledger.runtime.command;

/**
 * The answer to a command that was not rejected.
 *
 * @param result what the handler returned, null for nothing
 * @param position of the command's last event; where it stored none, the head of the log
 * @param replayed whether this is the first answer again, and nothing was done this time
 */
public record CommandReply(Object result, long position, boolean replayed) {}
