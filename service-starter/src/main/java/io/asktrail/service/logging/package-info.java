/** What every log line goes through before it leaves the process. */
@NullMarked
package io.asktrail.service.logging;

import org.jspecify.annotations.NullMarked;
