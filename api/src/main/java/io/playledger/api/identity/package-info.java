/** Messages about players, their roles and their bans. */
@NullMarked
package io.playledger.api.identity;

import org.jspecify.annotations.NullMarked;
