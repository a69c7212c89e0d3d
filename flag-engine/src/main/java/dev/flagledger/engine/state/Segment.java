package dev.flagledger.engine.state;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named group of identities. */
public record Segment(
        int id, UUID uuid, String name, @Nullable String description) {}
