/**
 * The second factor: codes of an authenticator (RFC 6238), and backup codes for when it is lost.
 */
package io.playledger.access.identity.mfa;
