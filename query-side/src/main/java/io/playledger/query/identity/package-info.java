/** Answers of the identity context. */
@NullMarked
package io.playledger.query.identity;

import org.jspecify.annotations.NullMarked;
