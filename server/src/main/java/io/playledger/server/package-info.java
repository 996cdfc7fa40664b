/** The one runnable: REST, security, wiring, operations. */
package io.playledger.server;
