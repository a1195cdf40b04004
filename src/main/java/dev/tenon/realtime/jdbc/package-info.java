/** Servers that hear each other through a table of the database that they have anyway. */
package dev.tenon.realtime.jdbc;
