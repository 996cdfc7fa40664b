/** The demo: starts a server, plays a market day against it, and leaves the server up. */
package io.playledger.verification.demo;
