package dev.flagledger.api.identity;

import java.util.List;

/** All traits that an identity has, by id. */
public record IdentityTraits(List<Trait> traits) {}
