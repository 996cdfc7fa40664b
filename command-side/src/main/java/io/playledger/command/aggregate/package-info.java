/** Base types of all aggregates, and their registration. */
package io.playledger.command.aggregate;
