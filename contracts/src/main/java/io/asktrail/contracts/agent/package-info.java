/** The agents as interfaces: the same call in one process and over HTTP. */
@NullMarked
package io.asktrail.contracts.agent;

import org.jspecify.annotations.NullMarked;
