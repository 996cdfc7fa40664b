/** Errors as RFC 9457 problems, and the codes of the transport. */
@NullMarked
package io.playledger.web.problem;

import org.jspecify.annotations.NullMarked;
