/** What every room of this module names: headers, ids and keyed hashes. */
@NullMarked
package io.playledger.web.http;

import org.jspecify.annotations.NullMarked;
