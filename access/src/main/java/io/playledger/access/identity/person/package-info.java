/** The keys of persons, under which everything is sealed that people write. */
package io.playledger.access.identity.person;
