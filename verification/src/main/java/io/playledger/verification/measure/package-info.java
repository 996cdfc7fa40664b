/** Counts and times of a run. */
package io.playledger.verification.measure;
