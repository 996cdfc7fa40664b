/** Erasure of persons, and export of their data. */
@NullMarked
package io.playledger.access.identity.erasure;

import org.jspecify.annotations.NullMarked;
