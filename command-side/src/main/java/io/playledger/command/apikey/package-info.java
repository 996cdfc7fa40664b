/** Decides the commands of the API keys. */
@NullMarked
package io.playledger.command.apikey;

import org.jspecify.annotations.NullMarked;
