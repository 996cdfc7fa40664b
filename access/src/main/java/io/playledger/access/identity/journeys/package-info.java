/** Signing in and linking through other sites. */
@NullMarked
package io.playledger.access.identity.journeys;

import org.jspecify.annotations.NullMarked;
