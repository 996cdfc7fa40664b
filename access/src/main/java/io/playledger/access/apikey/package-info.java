/** Keys of developers and game servers: what they may do, their secrets, and how they are used. */
package io.playledger.access.apikey;
