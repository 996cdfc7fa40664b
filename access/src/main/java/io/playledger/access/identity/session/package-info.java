/** Sessions: refresh tokens, the current state of sessions, and notices between nodes. */
package io.playledger.access.identity.session;
