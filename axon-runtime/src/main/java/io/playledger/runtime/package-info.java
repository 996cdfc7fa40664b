/**
 * Extensions of Axon through its own extension points: commands, kinds of event processors,
 * rebuilds, dead letters, and the wiring under Spring Boot 4. Knows no context of the platform.
 *
 * <p>An event handler declares its kind by one annotation: {@link
 * io.playledger.runtime.Projection}, {@link io.playledger.runtime.Reaction} or {@link
 * io.playledger.runtime.Feed}.
 */
@NullMarked
package io.playledger.runtime;

import org.jspecify.annotations.NullMarked;
