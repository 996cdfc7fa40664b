/** The arguments and the answers of controllers, and the gates to commands and queries. */
package io.playledger.web.call;
