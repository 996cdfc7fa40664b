/** Events of the escrow context. */
@NullMarked
package io.playledger.api.escrow.event;

import org.jspecify.annotations.NullMarked;
