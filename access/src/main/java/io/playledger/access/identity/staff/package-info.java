/** Actions of staff: roles, bans, signing keys. */
package io.playledger.access.identity.staff;
