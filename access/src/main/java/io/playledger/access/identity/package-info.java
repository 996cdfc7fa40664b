/** Accounts and how people come in to them; each room knows only rooms below it. */
@NullMarked
package io.playledger.access.identity;

import org.jspecify.annotations.NullMarked;
