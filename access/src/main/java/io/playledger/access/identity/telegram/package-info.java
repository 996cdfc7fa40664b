/** Verification of the init data that Telegram signs for a Mini App. */
package io.playledger.access.identity.telegram;
