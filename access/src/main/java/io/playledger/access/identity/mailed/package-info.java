/** What goes by mail: proving an address, changing it, a forgotten password. */
package io.playledger.access.identity.mailed;
