/** Base types of all aggregates, and their registration. */
@NullMarked
package io.playledger.command.aggregate;

import org.jspecify.annotations.NullMarked;
