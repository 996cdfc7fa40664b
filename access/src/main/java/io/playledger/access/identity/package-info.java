/** Accounts and how people come in to them; each room knows only rooms below it. */
package io.playledger.access.identity;
