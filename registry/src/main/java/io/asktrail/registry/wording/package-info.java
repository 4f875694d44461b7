/** Sentences for people, by what they say and are about, in the words of a language and with the registry's labels. */
@NullMarked
package io.asktrail.registry.wording;

import org.jspecify.annotations.NullMarked;
