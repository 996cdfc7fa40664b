/** What Telegram says of who opens a Mini App, and whether it was Telegram that said it. */
package io.playledger.access.identity.telegram;
