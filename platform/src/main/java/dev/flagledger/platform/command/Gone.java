package dev.flagledger.platform.command;

import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;

/** What is said of a command to something that does not exist, or no longer does. */
final class Gone {

    private Gone() {}

    /**
     * In the contract's word for what the stream or the thing is of.
     *
     * @param stream as {@code kind-id}, or the thing as {@code kind:id}
     */
    static Rejected rejected(String stream) {
        var kind = stream.split("[-:]", 2)[0];
        return new Rejected(new Rejection.Missing(
                switch (kind) {
                    case "user" -> "FFAdminUser";
                    case "organisation" -> "Organisation";
                    case "project" -> "Project";
                    case "environment" -> "Environment";
                    case "feature" -> "Feature";
                    case "flag" -> "FeatureState";
                    case "segment" -> "Segment";
                    case "identity" -> "Identity";
                    case "health" -> "FeatureHealthProvider";
                    case "metadata" -> "MetadataField";
                    default -> throw new IllegalArgumentException("no name for what " + stream + " is of");
                }));
    }
}
