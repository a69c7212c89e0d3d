package dev.flagledger.ledger.log;

import dev.flagledger.api.event.EventScope;
import java.util.ArrayList;
import java.util.List;

/**
 * The context in which an event is appended.
 *
 * @param scope the organisation, project, environment and object that the event belongs to
 * @param related other objects that the event refers to, as {@code kind:id}
 * @param ends whether the event ends the object of its scope; later events about it, or within it, are refused
 */
public record AppendContext(EventScope scope, List<String> related, boolean ends) {

    /** The objects that must not have ended when the event is appended, as {@code kind:id}. */
    public List<String> requiredObjects() {
        var objects = new ArrayList<>(related);
        objects.add(scope.object());
        objects.addAll(scope.containers());
        return objects;
    }

    /** Whether the event ends an organisation, a project or an environment, and with it all that it contains. */
    public boolean endsContainer() {
        return ends && scope.containers().contains(scope.object());
    }
}
