/** Access tokens, the keys that sign them, and the one-time tokens of mailed links. */
package io.playledger.access.identity.token;
