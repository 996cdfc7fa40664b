/** What the client itself reckons, in exact units, from what the server acknowledged. */
package io.playledger.verification.books;
