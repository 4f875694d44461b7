package io.asktrail.registry.wording;

/**
 * What a module has to say to people: an enum, beside whose class lies one file a language ({@code en.properties}) with
 * a sentence under each constant's name in small letters.
 */
public interface Saying {
    /** The constant's, as of every enum. */
    String name();

    /** The enum, as of every enum. */
    Class<?> getDeclaringClass();
}
