/** Demo data: made from a seed, loaded into PostgreSQL, extended day by day. */
@NullMarked
package io.asktrail.demo;

import org.jspecify.annotations.NullMarked;
