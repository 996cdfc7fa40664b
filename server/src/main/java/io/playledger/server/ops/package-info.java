/**
 * Operations for admins and auditors: the log, the processors, the keys and the health of the
 * server.
 */
@NullMarked
package io.playledger.server.ops;

import org.jspecify.annotations.NullMarked;
