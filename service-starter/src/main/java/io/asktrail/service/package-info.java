/** What every service shares. It knows no metric, no agent and no table. */
@NullMarked
package io.asktrail.service;

import org.jspecify.annotations.NullMarked;
