/** The door to Jakarta REST. */
package dev.tenon.rest;
