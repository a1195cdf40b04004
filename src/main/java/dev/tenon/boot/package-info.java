/** Starts Tenon with the application and ends it with the application. Not API. */
package dev.tenon.boot;
