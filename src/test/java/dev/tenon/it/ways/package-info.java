/** Every way in which an application takes an upload. */
package dev.tenon.it.ways;
