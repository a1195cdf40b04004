/** Keeps uploads in an object store that speaks S3. Needs the application to bring the AWS SDK 2 for Java. */
package dev.tenon.upload.s3;
