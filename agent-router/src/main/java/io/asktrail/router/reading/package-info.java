/** From meanings to a task: small recognisers that claim words, and a judge over what nobody claimed. */
@NullMarked
package io.asktrail.router.reading;

import org.jspecify.annotations.NullMarked;
