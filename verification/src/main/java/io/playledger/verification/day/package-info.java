/** Plays the day that was planned: every script acts through HTTP alone, as people's apps would. */
package io.playledger.verification.day;
