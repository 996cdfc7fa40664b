/** The other site of a sign-in, outside of what the server's own wiring looks through. */
package io.playledger.othersite;
