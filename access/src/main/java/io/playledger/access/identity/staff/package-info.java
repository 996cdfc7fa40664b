/** Actions of staff: roles, bans, signing keys. */
@NullMarked
package io.playledger.access.identity.staff;

import org.jspecify.annotations.NullMarked;
