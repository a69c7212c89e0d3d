package dev.flagledger.contract.view.project;

import dev.flagledger.contract.view.WireTime;
import java.time.Instant;

/** An export of features as the admin API has it. There is none that is not finished: it is made while it is asked for. */
public record ExportView(int id, String name, int environmentId, String status, String createdAt) {

    public static ExportView of(int id, String name, int environmentId, Instant createdAt) {
        return new ExportView(id, name, environmentId, "SUCCESS", WireTime.rest(createdAt));
    }
}
