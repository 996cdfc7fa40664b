/** Rebuilding a projection from the log while the live one goes on serving. */
package io.playledger.runtime.rebuild;
