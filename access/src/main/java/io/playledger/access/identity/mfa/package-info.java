/** Second factors: codes of an authenticator (RFC 6238), and backup codes in case it is lost. */
@NullMarked
package io.playledger.access.identity.mfa;

import org.jspecify.annotations.NullMarked;
