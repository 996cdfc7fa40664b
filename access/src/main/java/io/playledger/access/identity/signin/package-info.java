/** Signing in, and the proofs that are asked for on the way. */
@NullMarked
package io.playledger.access.identity.signin;

import org.jspecify.annotations.NullMarked;
