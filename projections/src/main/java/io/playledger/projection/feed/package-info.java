/** Read tables of the feed context. */
@NullMarked
package io.playledger.projection.feed;

import org.jspecify.annotations.NullMarked;
