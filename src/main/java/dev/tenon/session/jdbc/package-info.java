/** Sessions kept in a database through JDBC. */
package dev.tenon.session.jdbc;
