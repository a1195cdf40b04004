/** An application whose pages are made of session beans. */
package dev.tenon.it.beans;
