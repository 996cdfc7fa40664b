/** Read tables of the identity context. */
@NullMarked
package io.playledger.projection.identity;

import org.jspecify.annotations.NullMarked;
