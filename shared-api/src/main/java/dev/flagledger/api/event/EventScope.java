package dev.flagledger.api.event;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The objects that an event belongs to. The log is indexed by them.
 *
 * @param organisationId null if the event belongs to no organisation, for example that of an account
 * @param projectId null if the event belongs to no project
 * @param environmentId null if the event belongs to no environment
 * @param object the object that the event is about, as {@code kind:id}, for example {@code feature:901}
 */
public record EventScope(
        @Nullable Integer organisationId,
        @Nullable Integer projectId,
        @Nullable Integer environmentId,
        String object) {

    /** The organisation, the project and the environment, as {@code kind:id}. */
    public List<String> containers() {
        var containers = new ArrayList<String>();
        if (organisationId != null) {
            containers.add("organisation:" + organisationId);
        }
        if (projectId != null) {
            containers.add("project:" + projectId);
        }
        if (environmentId != null) {
            containers.add("environment:" + environmentId);
        }
        return containers;
    }
}
