package dev.flagledger.command.flag;

import dev.flagledger.api.flag.Setting;
import java.util.UUID;

/** How a segment stands with a flag. */
sealed interface Standing {

    /** The segment has nothing of its own. */
    record None() implements Standing {}

    /** It has a place in the order. */
    record Placed(int featureSegmentId, UUID featureSegmentUuid) implements Standing {}

    /** It has a place and a state. The shares in the setting are not kept up to date. */
    record Overridden(int featureStateId, Setting setting) implements Standing {}
}
