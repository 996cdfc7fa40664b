/** Sign-in through sites that speak OAuth 2.0 or OpenID Connect. */
package io.playledger.access.identity.oauth;
