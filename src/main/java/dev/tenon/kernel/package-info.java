/** What every room shares: settings, problems, random names, one timer. Java alone. Not API, but for the exception and the problem. */
package dev.tenon.kernel;
