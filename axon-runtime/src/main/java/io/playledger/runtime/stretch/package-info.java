/** The log in stretches, which a processor handles as one message each. */
package io.playledger.runtime.stretch;
