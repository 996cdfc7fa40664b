/** Who may do what, held against a table. */
package io.playledger.server.authority;
