/** The filters that every request passes before a controller, and their settings. */
@NullMarked
package io.playledger.web.filter;

import org.jspecify.annotations.NullMarked;
