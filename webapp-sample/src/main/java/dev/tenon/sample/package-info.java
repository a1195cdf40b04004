/** The customer-service desk of a small shop: every feature of Tenon in its natural place. */
package dev.tenon.sample;
