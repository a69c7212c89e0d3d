package dev.flagledger.contract.view.document;

import dev.flagledger.engine.state.Feature;
import dev.flagledger.engine.state.Flag;
import dev.flagledger.engine.state.Project;

/** Which feature a flag is of. */
record DocumentFeatures(Project project) {

    Feature of(Flag flag) {
        return project.feature(flag.id().featureId());
    }
}
