@NullMarked
package io.asktrail.orchestrator.exports;

import org.jspecify.annotations.NullMarked;
