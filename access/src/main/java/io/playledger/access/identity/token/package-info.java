/** Access tokens, the keys that sign them, and the one-time tokens of mailed links. */
@NullMarked
package io.playledger.access.identity.token;

import org.jspecify.annotations.NullMarked;
