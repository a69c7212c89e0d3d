package dev.flagledger.query.sdk.flags;

import dev.flagledger.query.sdk.flags.body.FlagSources;
import dev.flagledger.query.sdk.flags.body.PreparedBody;
import dev.flagledger.query.sdk.flags.body.WrittenFlags;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The flags of environments as encoded bytes, prepared on the first request after each change. A prepared response is valid as long
 * as it was made from the very same immutable parts.
 */
@Component
public final class PreparedFlags {

    private final JsonMapper json;
    private final Map<Integer, WrittenFlags> byId = RecentlyUsed.map();

    PreparedFlags(JsonMapper json) {
        this.json = json;
    }

    /** Returns the environment's flags in the state of the request, prepared if necessary. Earlier states are not kept. */
    public WrittenFlags of(SdkRequest sdk) {
        if (sdk.asOf() != null) {
            return WrittenFlags.of(sdk.project(), sdk.environment(), null, json::writeValueAsBytes);
        }
        int id = sdk.environment().id();
        var sources = FlagSources.of(sdk.project(), sdk.environment());
        var known = byId.get(id);
        return known != null && known.isOf(sources) ? known : written(id, sdk, sources);
    }

    /** Returns the body of a response in the form that it needs; null if it has to be prepared first. */
    @Nullable PreparedBody ready(PlainRead read) {
        var sdk = read.sdk();
        var known = byId.get(sdk.environment().id());
        if (known == null || !known.isOf(FlagSources.of(sdk.project(), sdk.environment()))) {
            return null;
        }
        var body = known.prepared(sdk.audience());
        return body.isReady(read.gzip()) ? body : null;
    }

    /** Prepares the flags once for concurrent requests. */
    private WrittenFlags written(int id, SdkRequest sdk, FlagSources sources) {
        return Objects.requireNonNull(byId.compute(
                id,
                (_, known) -> known != null && known.isOf(sources)
                        ? known
                        : WrittenFlags.of(sdk.project(), sdk.environment(), known, json::writeValueAsBytes)));
    }
}
