/** Mails: requested in a transaction, written and sent by the outbox. */
@NullMarked
package io.playledger.access.mail;

import org.jspecify.annotations.NullMarked;
