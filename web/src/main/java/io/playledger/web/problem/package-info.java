/** Errors as RFC 9457 problems, and the codes of the transport. */
package io.playledger.web.problem;
