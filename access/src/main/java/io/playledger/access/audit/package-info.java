/** Writes down for auditors who came in, who was kept out, who looked, and what was refused. */
package io.playledger.access.audit;
