/**
 * Starts servers as processes of their own, and minds them: waits, kills hard, starts anew, leaves.
 */
package io.playledger.verification.server;
