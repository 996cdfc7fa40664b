/** People authenticated by other sites, and the linked identities of accounts. */
package io.playledger.access.identity.external;
