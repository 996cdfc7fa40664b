/** Signing in and linking through other sites. */
package io.playledger.access.identity.journeys;
