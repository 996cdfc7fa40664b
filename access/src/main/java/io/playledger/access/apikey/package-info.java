/** API keys of developers and server owners: scopes, secrets and usage. */
package io.playledger.access.apikey;
