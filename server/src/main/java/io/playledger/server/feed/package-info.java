/** What a player did and what befell them, over HTTP. */
package io.playledger.server.feed;
