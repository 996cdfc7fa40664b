/** Operations on the market day: replays of every projection equal the live tables. */
package io.playledger.verification.operations;
