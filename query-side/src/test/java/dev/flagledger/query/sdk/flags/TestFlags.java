package dev.flagledger.query.sdk.flags;

import tools.jackson.databind.json.JsonMapper;

/** Prepared flags for tests of other packages. */
public final class TestFlags {

    private TestFlags() {}

    public static PreparedFlags prepared(JsonMapper json) {
        return new PreparedFlags(json);
    }
}
