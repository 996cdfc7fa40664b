/** The server application: REST, wiring and operations. */
@NullMarked
package io.playledger.server;

import org.jspecify.annotations.NullMarked;
