/** Sessions: refresh tokens, the current state of sessions, and notices between nodes. */
@NullMarked
package io.playledger.access.identity.session;

import org.jspecify.annotations.NullMarked;
