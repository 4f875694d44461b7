/** The values of dimensions: known ones from the registry, fed ones from the data agents, found exactly or nearly. */
@NullMarked
package io.asktrail.router.value;

import org.jspecify.annotations.NullMarked;
