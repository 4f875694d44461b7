/** Whether the one who made a request still waits for the reply. */
@NullMarked
package io.asktrail.service.presence;

import org.jspecify.annotations.NullMarked;
