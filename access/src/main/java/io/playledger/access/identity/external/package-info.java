/** People as other sites vouch for them, and the identities that accounts have there. */
package io.playledger.access.identity.external;
