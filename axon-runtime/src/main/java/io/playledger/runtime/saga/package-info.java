/** Commands of sagas: the retry of a step is the same command. */
@NullMarked
package io.playledger.runtime.saga;

import org.jspecify.annotations.NullMarked;
