/**
 * Keys of the installation: the master keys, the values encrypted under each of them, and the keys
 * of hashes.
 */
package io.playledger.access.secret;
