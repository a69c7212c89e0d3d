package dev.flagledger.query.usage;

import java.util.Optional;

/** The resources by which API calls are counted. */
enum UsageResource {
    FLAGS("flags"),
    IDENTITIES("identities"),
    TRAITS("traits"),
    ENVIRONMENT_DOCUMENT("environment-document");

    private final String segment;

    UsageResource(String segment) {
        this.segment = segment;
    }

    /** The resource of a path below {@code /api/v1/}, by its first segment; empty if its calls are not counted. */
    static Optional<UsageResource> at(String path) {
        int start = path.indexOf('/', path.indexOf('/', 1) + 1) + 1;
        int end = path.indexOf('/', start);
        var first = start == 0 ? "" : path.substring(start, end < 0 ? path.length() : end);
        for (var resource : values()) {
            if (resource.segment.equals(first)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
