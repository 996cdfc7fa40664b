/** Who people are and what they may do. */
package io.playledger.access;
