/** Sign-in through sites that speak OAuth 2.0 or OpenID Connect. */
package io.playledger.server.identity.oauth;
