/** The wiring under Spring Boot 4, which is active if this module is on the class path. */
@NullMarked
package io.playledger.runtime.wiring;

import org.jspecify.annotations.NullMarked;
