/** How fast a log is handled again, how soon a new event is seen, how soon a server is up. */
@NullMarked
package io.playledger.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
