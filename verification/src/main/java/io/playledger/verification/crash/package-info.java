/**
 * The crash loop: a market goes on while its server and its PostgreSQL are killed in turn, then the
 * clients' own books and the checker say whether anything was lost, doubled or left lying.
 */
@NullMarked
package io.playledger.verification.crash;

import org.jspecify.annotations.NullMarked;
