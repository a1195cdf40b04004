/** Classes of the little application, for servers that have nothing but servlets, too. */
package dev.tenon.it.little;
