/** Tests that run inside a server, beside the packaged jar; Arquillian deploys them, and what they need of the application. */
package dev.tenon.it.inside;
