/** Shows meters to Micrometer, where the application or the server has it. Not API. */
package dev.tenon.metrics.micrometer;
