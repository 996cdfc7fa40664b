/** Read tables of the favourite context. */
@NullMarked
package io.playledger.projection.favourite;

import org.jspecify.annotations.NullMarked;
