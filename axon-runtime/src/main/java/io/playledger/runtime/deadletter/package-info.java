/** Events that a processor could not handle, and how they are tried again. */
package io.playledger.runtime.deadletter;
