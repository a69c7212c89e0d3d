package dev.flagledger.contract.view.project;

import dev.flagledger.contract.view.WireTime;
import java.time.Instant;

/** An export of features in the admin API. It is always complete, since the request that creates it waits for it. */
public record ExportView(int id, String name, int environmentId, String status, String createdAt) {

    public static ExportView of(int id, String name, int environmentId, Instant createdAt) {
        return new ExportView(id, name, environmentId, "SUCCESS", WireTime.rest(createdAt));
    }
}
