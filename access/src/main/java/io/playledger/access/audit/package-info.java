/** Records sign-ins, failures, accesses and denials for auditors. */
package io.playledger.access.audit;
