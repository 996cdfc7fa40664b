/** Generates the Java classes of the read tables. */
@NullMarked
package io.playledger.codegen;

import org.jspecify.annotations.NullMarked;
