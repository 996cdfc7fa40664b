/** Messages about the reputation of players. */
@NullMarked
package io.playledger.api.reputation;

import org.jspecify.annotations.NullMarked;
