/** What it costs that somebody asks who it is: access tokens on reads, and logins beside reads. */
package io.playledger.benchmarks.access;
