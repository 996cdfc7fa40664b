/** Sign-in through Steam, by OpenID 2.0. */
package io.playledger.access.identity.steam;
