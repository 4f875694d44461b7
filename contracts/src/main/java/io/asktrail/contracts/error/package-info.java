/** Every way to fail, with who has to act. */
@NullMarked
package io.asktrail.contracts.error;

import org.jspecify.annotations.NullMarked;
