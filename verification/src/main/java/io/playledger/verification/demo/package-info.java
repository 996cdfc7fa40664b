/** The demo: starts a server, plays a market day against it, and leaves the server up. */
@NullMarked
package io.playledger.verification.demo;

import org.jspecify.annotations.NullMarked;
