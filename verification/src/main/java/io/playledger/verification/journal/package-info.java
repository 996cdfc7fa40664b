/**
 * Journals of clients: requests, answers and open requests. The checker compares the log with them.
 */
package io.playledger.verification.journal;
