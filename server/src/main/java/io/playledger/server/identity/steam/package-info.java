/** What Steam says of who signs in through it, by OpenID 2.0. */
package io.playledger.server.identity.steam;
