/** The client's own computations, in exact units, from acknowledged commands. */
@NullMarked
package io.playledger.verification.books;

import org.jspecify.annotations.NullMarked;
