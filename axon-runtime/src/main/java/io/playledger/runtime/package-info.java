/**
 * What Axon lacks, through its own extension points: the way of a command, the kinds of event
 * processor, rebuilds, dead letters, and the wiring under Spring Boot 4. Knows no context of the
 * platform.
 *
 * <p>A class that handles events says what it is with one annotation: {@link
 * io.playledger.runtime.Projection}, {@link io.playledger.runtime.Reaction} or {@link
 * io.playledger.runtime.Feed}.
 */
package io.playledger.runtime;
