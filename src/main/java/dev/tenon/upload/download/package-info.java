/** Gives files back to browsers: safe headers, ranges and validators. */
package dev.tenon.upload.download;
