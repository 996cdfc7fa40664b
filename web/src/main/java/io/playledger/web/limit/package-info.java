/** How often who may ask: rates by group of operations, and what becomes of those who ask more. */
package io.playledger.web.limit;
