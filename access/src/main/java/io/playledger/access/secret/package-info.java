/**
 * Keys of the installation: the master keys, the values encrypted under each of them, and the keys
 * of hashes.
 */
@NullMarked
package io.playledger.access.secret;

import org.jspecify.annotations.NullMarked;
