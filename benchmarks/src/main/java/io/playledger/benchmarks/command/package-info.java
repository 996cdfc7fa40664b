/** How many commands a second, in process, against Axon as it comes. */
package io.playledger.benchmarks.command;
