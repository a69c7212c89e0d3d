package dev.flagledger.installation.identity;

import dev.flagledger.api.identity.Trait;
import java.time.Instant;

/** A trait with its creation time. */
public record KnownTrait(Trait trait, Instant createdAt) {}
