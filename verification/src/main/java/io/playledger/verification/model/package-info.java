/** What the client itself reckons, from the plan and from what the server acknowledged. */
package io.playledger.verification.model;
