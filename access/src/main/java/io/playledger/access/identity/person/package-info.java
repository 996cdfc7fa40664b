/** The keys of persons, under which everything is sealed that people write. */
@NullMarked
package io.playledger.access.identity.person;

import org.jspecify.annotations.NullMarked;
