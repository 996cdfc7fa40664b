/** Flows with mailed links: verification and change of an address, password reset. */
@NullMarked
package io.playledger.access.identity.mailed;

import org.jspecify.annotations.NullMarked;
