/** Read tables of the score context. */
@NullMarked
package io.playledger.projection.score;

import org.jspecify.annotations.NullMarked;
