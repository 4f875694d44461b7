@NullMarked
package io.asktrail.orchestrator.operations;

import org.jspecify.annotations.NullMarked;
