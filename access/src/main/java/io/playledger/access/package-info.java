/** Identity and authorisation of people. */
package io.playledger.access;
