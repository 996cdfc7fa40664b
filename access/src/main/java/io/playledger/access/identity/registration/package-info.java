/** Creation of accounts: by registration, through another site, and for the first administrator. */
@NullMarked
package io.playledger.access.identity.registration;

import org.jspecify.annotations.NullMarked;
