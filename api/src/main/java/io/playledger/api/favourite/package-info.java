/** Messages about what players mark as a favourite. */
@NullMarked
package io.playledger.api.favourite;

import org.jspecify.annotations.NullMarked;
