/**
 * Starts a server as a process of its own, and minds it: waits, kills hard, starts anew, leaves.
 */
package io.playledger.verification.demo;
