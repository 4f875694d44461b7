/** What happens while a question is being answered, as it happens. */
@NullMarked
package io.asktrail.contracts.stage;

import org.jspecify.annotations.NullMarked;
