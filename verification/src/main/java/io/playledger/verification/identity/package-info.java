/** Identity on the market day: players and moderators register and log in. */
package io.playledger.verification.identity;
