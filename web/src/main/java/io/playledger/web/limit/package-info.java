/** Rate limits: rates per group of operations, and delays for clients that exceed them. */
package io.playledger.web.limit;
