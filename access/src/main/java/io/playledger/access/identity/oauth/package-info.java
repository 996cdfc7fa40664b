/** Sign-in through sites that speak OAuth 2.0 or OpenID Connect. */
@NullMarked
package io.playledger.access.identity.oauth;

import org.jspecify.annotations.NullMarked;
