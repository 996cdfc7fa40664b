/** Records sign-ins, failures, accesses and denials for auditors. */
@NullMarked
package io.playledger.access.audit;

import org.jspecify.annotations.NullMarked;
