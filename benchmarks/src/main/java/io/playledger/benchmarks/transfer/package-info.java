/** The benchmark of transfers over HTTP: a real server process, a lean client, a peer in SQL. */
@NullMarked
package io.playledger.benchmarks.transfer;

import org.jspecify.annotations.NullMarked;
