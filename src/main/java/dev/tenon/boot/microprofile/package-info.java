/** Reads keys from MicroProfile Config, on servers that have it. Not API. */
package dev.tenon.boot.microprofile;
