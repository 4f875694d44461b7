/** Commands that start, stop and look after the local Asktrail. */
@NullMarked
package io.asktrail.cli.service;

import org.jspecify.annotations.NullMarked;
