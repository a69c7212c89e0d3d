package dev.flagledger.api.identity;

import dev.flagledger.api.flag.Setting;
import java.util.UUID;

/** A state that an identity is to have of its own, for one feature. */
public record OwnState(int featureId, int featureStateId, UUID uuid, Setting setting) {}
