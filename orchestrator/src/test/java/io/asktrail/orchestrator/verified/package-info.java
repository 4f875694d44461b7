@NullMarked
package io.asktrail.orchestrator.verified;

import org.jspecify.annotations.NullMarked;
