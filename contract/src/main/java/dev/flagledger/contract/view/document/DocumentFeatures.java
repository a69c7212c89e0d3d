package dev.flagledger.contract.view.document;

import dev.flagledger.engine.state.flag.Flag;
import dev.flagledger.engine.state.project.Feature;
import dev.flagledger.engine.state.project.Project;

/** Names the features of flags. */
record DocumentFeatures(Project project) {

    Feature of(Flag flag) {
        return project.feature(flag.featureId());
    }
}
