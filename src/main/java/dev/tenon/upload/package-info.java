/** Multipart uploads as multer knows them (RFC 7578), read from the raw stream in one pass. */
package dev.tenon.upload;
