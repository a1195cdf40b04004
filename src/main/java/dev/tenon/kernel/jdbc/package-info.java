/** Opens the one database of an application. Not API. */
package dev.tenon.kernel.jdbc;
