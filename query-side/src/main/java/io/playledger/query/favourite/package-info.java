/** Answers of the favourite context. */
@NullMarked
package io.playledger.query.favourite;

import org.jspecify.annotations.NullMarked;
