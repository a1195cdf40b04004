/** Has the metrics registry of a server injected. Not API. */
package dev.tenon.metrics.cdi;
