/** What handlers of queries read the read tables with. */
@NullMarked
package io.playledger.query;

import org.jspecify.annotations.NullMarked;
