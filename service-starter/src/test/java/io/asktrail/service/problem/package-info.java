@NullMarked
package io.asktrail.service.problem;

import org.jspecify.annotations.NullMarked;
