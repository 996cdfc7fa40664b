/** The wiring under Spring Boot 4, which is active if this module is on the class path. */
package io.playledger.runtime.wiring;
