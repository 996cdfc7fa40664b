/** The caller of an operation, and the marks by which an operation says who may call it. */
package io.playledger.web.authority;
