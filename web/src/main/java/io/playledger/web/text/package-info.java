/** Plain text in request bodies. */
package io.playledger.web.text;
