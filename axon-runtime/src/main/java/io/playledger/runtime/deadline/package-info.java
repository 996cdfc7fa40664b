/** Deadlines of sagas: how they are retried, cancelled and counted. */
@NullMarked
package io.playledger.runtime.deadline;

import org.jspecify.annotations.NullMarked;
