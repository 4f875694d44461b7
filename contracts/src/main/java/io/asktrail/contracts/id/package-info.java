@NullMarked
package io.asktrail.contracts.id;

import org.jspecify.annotations.NullMarked;
