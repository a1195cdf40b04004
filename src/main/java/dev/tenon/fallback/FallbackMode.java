package dev.tenon.fallback;

/** By whose rules the page is given. */
public enum FallbackMode {
    /** What production needs: content is negotiated, what is taken is left alone, and what is missing stays missing. */
    STRICT,

    /** As connect-history-api-fallback 2.0.0 decides, quirks included. */
    COMPAT,

    /** As koa2-connect-history-api-fallback 0.1.3 decides: GET alone, no dot anywhere in the path, {@code whiteList} before all rewrites. */
    KOA2
}
