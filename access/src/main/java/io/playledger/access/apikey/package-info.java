/** API keys of developers and server owners: scopes, secrets and usage. */
@NullMarked
package io.playledger.access.apikey;

import org.jspecify.annotations.NullMarked;
