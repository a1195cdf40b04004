/** What a feature is given by the web application, and the ports through which features meet without knowing one another. Not API. */
package dev.tenon.kernel.web;
