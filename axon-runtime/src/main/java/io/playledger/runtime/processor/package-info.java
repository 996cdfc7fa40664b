/** Event processors: progress, pause, and dead letters. */
@NullMarked
package io.playledger.runtime.processor;

import org.jspecify.annotations.NullMarked;
