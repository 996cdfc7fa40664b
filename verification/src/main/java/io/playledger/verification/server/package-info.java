/**
 * Starts servers as processes of their own, and minds them: waits, kills hard, starts anew, leaves.
 */
@NullMarked
package io.playledger.verification.server;

import org.jspecify.annotations.NullMarked;
