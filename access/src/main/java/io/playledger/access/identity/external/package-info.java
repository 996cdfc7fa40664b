/** People authenticated by other sites, and the linked identities of accounts. */
@NullMarked
package io.playledger.access.identity.external;

import org.jspecify.annotations.NullMarked;
