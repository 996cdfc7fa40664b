/** Messages for auditors. */
@NullMarked
package io.playledger.api.audit;

import org.jspecify.annotations.NullMarked;
