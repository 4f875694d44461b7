@NullMarked
package io.asktrail.onboarding;

import org.jspecify.annotations.NullMarked;
