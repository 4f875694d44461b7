/** What can be asked for, as far as the caller may see it. */
@NullMarked
package io.asktrail.orchestrator.catalogue;

import org.jspecify.annotations.NullMarked;
