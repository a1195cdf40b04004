package dev.tenon.fallback;

/** Decides who gets which page: a pure function of the options and the request. */
interface FallbackRules {
    Decision decide(Navigation request);

    static FallbackRules of(FallbackOptions options) {
        return options.mode() == FallbackMode.STRICT ? new StrictRules(options) : new ReferenceRules(options);
    }
}
