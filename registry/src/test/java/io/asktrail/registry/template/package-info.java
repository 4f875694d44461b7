@NullMarked
package io.asktrail.registry.template;

import org.jspecify.annotations.NullMarked;
