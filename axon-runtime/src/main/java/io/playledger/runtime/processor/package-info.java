/** Event processors: progress, pause, and dead letters. */
package io.playledger.runtime.processor;
