/** The one place that knows JSON: text to a tree of plain Java values and back, with exact numbers. Not API. */
package dev.tenon.json;
