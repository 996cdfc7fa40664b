/** The client's own computations, in exact units, from acknowledged commands. */
package io.playledger.verification.books;
