/** How a channel (Slack, MCP) reaches the service: as one more client of the addresses that everybody uses. */
@NullMarked
package io.asktrail.service.channel;

import org.jspecify.annotations.NullMarked;
