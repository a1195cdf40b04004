/** The application of the redeploy test, which uses every feature. */
package dev.tenon.it.redeploy;
