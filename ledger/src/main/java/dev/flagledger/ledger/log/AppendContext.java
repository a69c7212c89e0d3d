package dev.flagledger.ledger.log;

import dev.flagledger.api.event.EventScope;
import java.util.ArrayList;
import java.util.List;

/**
 * What the log must know of an event to append it.
 *
 * @param scope where the event belongs
 * @param related other things that the event is about, as {@code kind:id}
 * @param ends whether the object of the scope ends with the event: nothing is appended any more that is about it or is in it
 */
public record AppendContext(EventScope scope, List<String> related, boolean ends) {

    /** Everything that must not have ended when the event is appended. */
    public List<String> things() {
        var things = new ArrayList<>(related);
        things.add(scope.object());
        things.addAll(enclosing());
        return things;
    }

    /** Whether the object has other things in it, which end with it. */
    public boolean endsWhatIsInIt() {
        return ends && enclosing().contains(scope.object());
    }

    private List<String> enclosing() {
        var things = new ArrayList<String>();
        if (scope.organisationId() != null) {
            things.add("organisation:" + scope.organisationId());
        }
        if (scope.projectId() != null) {
            things.add("project:" + scope.projectId());
        }
        if (scope.environmentId() != null) {
            things.add("environment:" + scope.environmentId());
        }
        return things;
    }
}
