/** Questions and their stages over one WebSocket, for pages that ask again and again. */
@NullMarked
package io.asktrail.gateway.socket;

import org.jspecify.annotations.NullMarked;
