/** The command line, the settings and the wiring of the server. */
@NullMarked
package io.playledger.server.config;

import org.jspecify.annotations.NullMarked;
