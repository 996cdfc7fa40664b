/** Records audit events. */
@NullMarked
package io.playledger.command.audit;

import org.jspecify.annotations.NullMarked;
