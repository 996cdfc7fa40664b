/** Answers of the reputation context. */
@NullMarked
package io.playledger.query.reputation;

import org.jspecify.annotations.NullMarked;
