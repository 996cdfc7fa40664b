/** The benchmark of transfers over HTTP: a real server process, a lean client, a peer in SQL. */
package io.playledger.benchmarks.transfer;
