/** Answers of the score context. */
@NullMarked
package io.playledger.query.score;

import org.jspecify.annotations.NullMarked;
