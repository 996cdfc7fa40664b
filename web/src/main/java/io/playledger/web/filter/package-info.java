/** The filters that every request passes before a controller, and their settings. */
package io.playledger.web.filter;
