package dev.flagledger.installation.identity;

import dev.flagledger.api.identity.Trait;
import java.time.Instant;

/** A trait that an identity has, since when. */
public record KnownTrait(Trait trait, Instant createdAt) {}
