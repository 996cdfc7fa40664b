/** Verification of the init data that Telegram signs for a Mini App. */
@NullMarked
package io.playledger.access.identity.telegram;

import org.jspecify.annotations.NullMarked;
