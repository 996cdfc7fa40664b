/**
 * Who does what on a market day, worked out from a seed before anything is done. Nothing here knows
 * the server: people, listings and trades are numbers until they exist.
 */
package io.playledger.verification.plan;
