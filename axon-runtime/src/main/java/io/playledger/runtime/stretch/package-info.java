/** The log in stretches, which a processor handles as one message each. */
@NullMarked
package io.playledger.runtime.stretch;

import org.jspecify.annotations.NullMarked;
