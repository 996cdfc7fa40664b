/** The base types of all messages, and the registration of the contexts. */
@NullMarked
package io.playledger.api;

import org.jspecify.annotations.NullMarked;
