/** Flows with mailed links: verification and change of an address, password reset. */
package io.playledger.access.identity.mailed;
