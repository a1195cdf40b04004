/** {@code HttpSession} kept in a store of Tenon's own, by a filter, on any server. */
package dev.tenon.session;
