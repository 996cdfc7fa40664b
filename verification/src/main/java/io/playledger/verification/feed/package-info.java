/** The feed on the market day: entries come newest first. */
package io.playledger.verification.feed;
