/** What the router says to people: by what is said, with its values, until the language is known. */
@NullMarked
package io.asktrail.router.saying;

import org.jspecify.annotations.NullMarked;
