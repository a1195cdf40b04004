/** Shows what Tenon counts to those who watch a server: over JMX always, through Micrometer or MicroProfile Metrics where present. Not API. */
package dev.tenon.metrics;
