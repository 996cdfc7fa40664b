/** Signing in, and the proofs that are asked for on the way. */
package io.playledger.access.identity.signin;
