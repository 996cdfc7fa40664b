/** Rebuilds of a projection from the log while the live one continues. */
package io.playledger.runtime.rebuild;
