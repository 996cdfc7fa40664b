/** The feed on the market day: entries come newest first. */
@NullMarked
package io.playledger.verification.feed;

import org.jspecify.annotations.NullMarked;
