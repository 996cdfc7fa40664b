/** Identity on the market day: players and moderators register and log in. */
@NullMarked
package io.playledger.verification.identity;

import org.jspecify.annotations.NullMarked;
