/** Plain text in request bodies. */
@NullMarked
package io.playledger.web.text;

import org.jspecify.annotations.NullMarked;
