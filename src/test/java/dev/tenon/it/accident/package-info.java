/** The little application of the test of promise 3; it knows nothing of Tenon. */
package dev.tenon.it.accident;
