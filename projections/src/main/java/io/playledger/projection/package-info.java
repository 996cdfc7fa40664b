/** The read tables, and what projections write them with. */
@NullMarked
package io.playledger.projection;

import org.jspecify.annotations.NullMarked;
