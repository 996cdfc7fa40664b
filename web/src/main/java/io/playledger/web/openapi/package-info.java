/** The description of the API, and its page. */
package io.playledger.web.openapi;
