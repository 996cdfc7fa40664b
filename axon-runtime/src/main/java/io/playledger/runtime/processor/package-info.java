/** Event processors: how far they are, pausing them, and what they could not handle. */
package io.playledger.runtime.processor;
