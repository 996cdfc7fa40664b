/** The server application: REST, wiring and operations. */
package io.playledger.server;
