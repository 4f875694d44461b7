@NullMarked
package io.asktrail.service;

import org.jspecify.annotations.NullMarked;
