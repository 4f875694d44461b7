/** A stand-in for a language model's service, which checks each request by the published rules of strict forms. */
@NullMarked
package io.asktrail.testkit.model;

import org.jspecify.annotations.NullMarked;
