/** What Steam says of who signs in through it, by OpenID 2.0. */
package io.playledger.access.identity.steam;
