/** What words may mean: names from the registry, cues from the language files, values, numbers; and the lexer over all. */
@NullMarked
package io.asktrail.router.vocabulary;

import org.jspecify.annotations.NullMarked;
