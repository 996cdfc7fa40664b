/** What every room of this module names: headers, ids and keyed hashes. */
package io.playledger.web.http;
