/**
 * Negative controls: bugs planted in real parts and faults planted in stored rows, each of which a
 * named check has to find. A checker that finds nothing has proved nothing until it found these.
 */
@NullMarked
package io.playledger.verification.proof.control;

import org.jspecify.annotations.NullMarked;
