/** How accounts come to be: by registering, through another site, and the first administrator. */
package io.playledger.access.identity.registration;
