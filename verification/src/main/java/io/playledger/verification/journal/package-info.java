/**
 * Journals of clients: requests, answers and open requests. The checker compares the log with them.
 */
@NullMarked
package io.playledger.verification.journal;

import org.jspecify.annotations.NullMarked;
