/** Authorisation of all operations, compared with a table. */
package io.playledger.server.authority;
