/** Answers of the feed context. */
@NullMarked
package io.playledger.query.feed;

import org.jspecify.annotations.NullMarked;
