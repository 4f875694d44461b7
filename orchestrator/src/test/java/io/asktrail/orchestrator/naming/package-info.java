@NullMarked
package io.asktrail.orchestrator.naming;

import org.jspecify.annotations.NullMarked;
