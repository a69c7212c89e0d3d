package dev.flagledger.api.identity;

import dev.flagledger.api.flag.Setting;
import java.util.UUID;

/** A requested identity override for one feature. */
public record OwnState(int featureId, int featureStateId, UUID uuid, Setting setting) {}
