/** Holds what the server shows against what the client reckoned, and gives the verdict. */
package io.playledger.verification.report;
