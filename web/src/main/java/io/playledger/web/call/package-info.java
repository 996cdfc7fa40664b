/** The arguments and the answers of controllers, and the gates to commands and queries. */
@NullMarked
package io.playledger.web.call;

import org.jspecify.annotations.NullMarked;
