/** What staff do to accounts: roles, bans, signing keys. */
package io.playledger.access.identity.staff;
