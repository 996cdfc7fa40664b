/** The caller of an operation, and the marks by which an operation says who may call it. */
@NullMarked
package io.playledger.web.authority;

import org.jspecify.annotations.NullMarked;
