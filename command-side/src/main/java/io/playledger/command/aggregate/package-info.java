/** What every context builds its aggregates with, and what whoever wires them reads. */
package io.playledger.command.aggregate;
