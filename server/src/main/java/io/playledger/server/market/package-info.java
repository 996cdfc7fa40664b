/** Listings, offers, trades and reviews over HTTP. */
package io.playledger.server.market;
