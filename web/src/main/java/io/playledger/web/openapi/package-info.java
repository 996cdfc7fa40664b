/** The description of the API, and its page. */
@NullMarked
package io.playledger.web.openapi;

import org.jspecify.annotations.NullMarked;
