/** How fast a log is handled again, how soon a new event is seen, how soon a server is up. */
package io.playledger.benchmarks.replay;
