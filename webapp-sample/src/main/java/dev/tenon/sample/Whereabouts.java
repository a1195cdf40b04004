package dev.tenon.sample;

/** Where a person is, as one server sees it: with an open tab, without one, or gone home. */
enum Whereabouts {
    here,
    away,
    home
}
