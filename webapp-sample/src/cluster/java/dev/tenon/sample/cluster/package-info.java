/** Runs the desk on two servers at once, on this machine alone. */
package dev.tenon.sample.cluster;
