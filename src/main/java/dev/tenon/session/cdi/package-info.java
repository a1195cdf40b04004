/** {@code @SessionScoped} beans live in the stored session, and {@code @Inject HttpServletRequest} and {@code HttpSession} are Tenon's. Not API. */
package dev.tenon.session.cdi;
