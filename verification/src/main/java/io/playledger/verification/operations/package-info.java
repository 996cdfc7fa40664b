/** Operations on the market day: replays of every projection equal the live tables. */
@NullMarked
package io.playledger.verification.operations;

import org.jspecify.annotations.NullMarked;
