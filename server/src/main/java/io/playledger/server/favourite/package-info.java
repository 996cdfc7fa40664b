/** HTTP operations of the favourites. */
@NullMarked
package io.playledger.server.favourite;

import org.jspecify.annotations.NullMarked;
