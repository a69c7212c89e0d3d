package dev.flagledger.query.usage;

import java.util.Optional;

/** The resources by which API calls are counted. */
enum UsageResource {
    FLAGS("flags"),
    IDENTITIES("identities"),
    TRAITS("traits"),
    ENVIRONMENT_DOCUMENT("environment-document");

    private static final UsageResource[] ALL = values();

    private final String segment;

    UsageResource(String segment) {
        this.segment = segment;
    }

    /** The resource of a path below {@code /api/v1/}, by its first segment; empty if its calls are not counted. */
    static Optional<UsageResource> at(String path) {
        int start = path.indexOf('/', path.indexOf('/', 1) + 1) + 1;
        int end = path.indexOf('/', start);
        int length = (end < 0 ? path.length() : end) - start;
        for (var resource : ALL) {
            if (start > 0 && resource.segment.length() == length && path.startsWith(resource.segment, start)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
