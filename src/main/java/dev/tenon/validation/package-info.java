/** Checks and cleans what a request brings: koa-bouncer's chain, for Java. */
package dev.tenon.validation;
