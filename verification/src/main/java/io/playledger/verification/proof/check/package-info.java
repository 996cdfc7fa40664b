/**
 * The checker: reads the log and the tables in plain SQL, keeps small models of its own, and says
 * for each named check what it found. Where it can, it rests on nothing that it checks; what only
 * the platform itself can do (a replay, loading an aggregate) it has done by a node of its own.
 */
package io.playledger.verification.proof.check;
