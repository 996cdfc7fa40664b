/** What a saga needs to act: commands that are the same command when a step is tried again. */
package io.playledger.runtime.saga;
