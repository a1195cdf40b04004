package dev.tenon.it;

/** Some of what people do with the sample. */
interface Story {
    Stage stage();
}
