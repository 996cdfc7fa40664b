/** Identity and authorisation of people. */
@NullMarked
package io.playledger.access;

import org.jspecify.annotations.NullMarked;
