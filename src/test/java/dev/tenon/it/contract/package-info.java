/** The application in which the rules for {@code HttpSession} are looked at, one probe each. */
package dev.tenon.it.contract;
