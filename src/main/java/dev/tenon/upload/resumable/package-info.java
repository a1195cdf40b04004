/** Uploads that go on after a break: the tus protocol 1.0.0. */
package dev.tenon.upload.resumable;
