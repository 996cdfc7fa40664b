/** Answers of the escrow context. */
@NullMarked
package io.playledger.query.escrow;

import org.jspecify.annotations.NullMarked;
