/** How messages and state are written as JSON, and the names under which their types are stored. */
@NullMarked
package io.playledger.runtime.serialization;

import org.jspecify.annotations.NullMarked;
