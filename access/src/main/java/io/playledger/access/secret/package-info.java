/**
 * Keys of the installation: the master keys that seal and open, what is sealed under which of them,
 * and the keys of hashes.
 */
package io.playledger.access.secret;
