/** Commands of sagas: the retry of a step is the same command. */
package io.playledger.runtime.saga;
