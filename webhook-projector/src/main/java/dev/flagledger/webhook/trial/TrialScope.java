package dev.flagledger.webhook.trial;

import dev.flagledger.access.permission.AccessContext;
import dev.flagledger.api.Rejected;
import dev.flagledger.api.Rejection;
import dev.flagledger.api.access.Permission;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The owner that a sample is sent for, which decides who may send it and what it is. */
final class TrialScope {

    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    private TrialScope() {}

    /** The sample for the scope of a request; forbidden unless the caller is an admin of it, or if there is no such scope. */
    static Sample sample(AccessContext access, JsonNode scope) {
        var id = scope.path("id").asString("");
        switch (scope.path("type").asString("")) {
            case "environment" -> {
                access.within(id, Permission.ENVIRONMENT_ADMIN);
                return Sample.ENVIRONMENT;
            }
            case "organisation" -> {
                if (ID.matcher(id).matches()) {
                    access.organisation(Integer.parseInt(id), Permission.ORGANISATION_ADMIN);
                    return Sample.ORGANISATION;
                }
            }
            default -> {}
        }
        throw new Rejected(new Rejection.Forbidden());
    }
}
