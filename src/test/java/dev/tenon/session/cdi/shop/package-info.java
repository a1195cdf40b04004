/** The beans of a little shop, as an application writes them. */
package dev.tenon.session.cdi.shop;
