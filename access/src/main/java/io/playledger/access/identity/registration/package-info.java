/** Creation of accounts: by registration, through another site, and for the first administrator. */
package io.playledger.access.identity.registration;
