/** The store of advertising reports: its tables, and how a report's days get into them whole or not at all. */
@NullMarked
package io.asktrail.adsstore;

import org.jspecify.annotations.NullMarked;
