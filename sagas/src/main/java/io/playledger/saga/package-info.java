/** The sagas of all registered contexts. */
@NullMarked
package io.playledger.saga;

import org.jspecify.annotations.NullMarked;
