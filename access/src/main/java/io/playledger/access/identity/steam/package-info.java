/** Sign-in through Steam, by OpenID 2.0. */
@NullMarked
package io.playledger.access.identity.steam;

import org.jspecify.annotations.NullMarked;
