package io.asktrail.registry;

/** The registry as it stands now. Ask once at the start of a piece of work and keep the value: a reload swaps it. */
@FunctionalInterface
public interface CurrentRegistry {
    Registry get();
}
