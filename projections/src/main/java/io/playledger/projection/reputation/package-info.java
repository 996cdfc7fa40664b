/** Read tables of the reputation context. */
@NullMarked
package io.playledger.projection.reputation;

import org.jspecify.annotations.NullMarked;
