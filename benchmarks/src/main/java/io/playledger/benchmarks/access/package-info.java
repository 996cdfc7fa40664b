/** What it costs that somebody asks who it is: access tokens on reads, and logins beside reads. */
@NullMarked
package io.playledger.benchmarks.access;

import org.jspecify.annotations.NullMarked;
