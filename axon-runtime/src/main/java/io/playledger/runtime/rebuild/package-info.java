/** Rebuilds of a projection from the log while the live one continues. */
@NullMarked
package io.playledger.runtime.rebuild;

import org.jspecify.annotations.NullMarked;
