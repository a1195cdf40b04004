/** The application that shows what goes from server to server in a session. */
package dev.tenon.it.moves;
