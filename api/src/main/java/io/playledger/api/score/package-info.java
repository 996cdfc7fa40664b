/** Messages about the scores of players on boards. */
@NullMarked
package io.playledger.api.score;

import org.jspecify.annotations.NullMarked;
