/** Messages about API keys. */
@NullMarked
package io.playledger.api.apikey;

import org.jspecify.annotations.NullMarked;
