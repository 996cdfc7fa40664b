/** Listings, offers, trades and reviews over HTTP. */
@NullMarked
package io.playledger.server.market;

import org.jspecify.annotations.NullMarked;
