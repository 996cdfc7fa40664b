/** Erasure of persons, and export of their data. */
package io.playledger.access.identity.erasure;
