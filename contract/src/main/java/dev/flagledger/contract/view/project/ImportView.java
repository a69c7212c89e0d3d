package dev.flagledger.contract.view.project;

import dev.flagledger.contract.view.WireTime;
import java.time.Instant;

/** An import of features in the admin API. */
public record ImportView(int id, int environmentId, String strategy, String status, String createdAt) {

    public static ImportView of(int id, int environmentId, String strategy, String status, Instant createdAt) {
        return new ImportView(id, environmentId, strategy, status, WireTime.rest(createdAt));
    }
}
