/** From files to a registry: start at {@link io.asktrail.registry.loading.RegistryLoader}. */
@NullMarked
package io.asktrail.registry.loading;

import org.jspecify.annotations.NullMarked;
