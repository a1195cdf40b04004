package dev.tenon.fallback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.MatchResult;

/**
 * What the function of a {@link Rewrite} is told, as in connect-history-api-fallback.
 *
 * @param parsedUrl what was asked for
 * @param match where the pattern matched, with its groups
 * @param request the request itself; its body is not to be read
 */
public record RewriteContext(ParsedUrl parsedUrl, MatchResult match, HttpServletRequest request) {}
