/** The wiring under Spring Boot 4: what the server gets by having this module on its class path. */
package io.playledger.runtime.wiring;
