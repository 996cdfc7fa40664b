/** Sign-ins that last: refresh tokens, what is known of a session now, and telling other nodes. */
package io.playledger.access.identity.session;
