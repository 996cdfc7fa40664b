/** Rate limits: rates per group of operations, and delays for clients that exceed them. */
@NullMarked
package io.playledger.web.limit;

import org.jspecify.annotations.NullMarked;
