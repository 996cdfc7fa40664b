/** The erasure of persons, and the export of what is held on them. */
package io.playledger.access.identity.erasure;
