/** Mails: requested in a transaction, written and sent by the outbox. */
package io.playledger.access.mail;
