/** How messages and state are written as JSON, and the names under which their types are stored. */
package io.playledger.runtime.serialization;
