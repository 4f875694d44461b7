/** The folder that keeps what runs: data, secrets, logs, and what is up at the moment. */
@NullMarked
package io.asktrail.local.home;

import org.jspecify.annotations.NullMarked;
