/** How many commands a second, in process, against Axon as it comes. */
@NullMarked
package io.playledger.benchmarks.command;

import org.jspecify.annotations.NullMarked;
