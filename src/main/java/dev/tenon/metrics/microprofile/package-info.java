/** Shows meters to MicroProfile Metrics, on servers that have it. Not API. */
package dev.tenon.metrics.microprofile;
