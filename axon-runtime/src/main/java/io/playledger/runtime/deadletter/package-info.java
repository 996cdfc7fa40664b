/** Events that a processor could not handle, and how they are tried again. */
@NullMarked
package io.playledger.runtime.deadletter;

import org.jspecify.annotations.NullMarked;
