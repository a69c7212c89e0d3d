package dev.flagledger.contract.view.document;

import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;

/** Which feature a flag is of. */
record DocumentFeatures(Project project) {

    Feature of(Flag flag) {
        return project.feature(flag.id().featureId());
    }
}
