package dev.flagledger.query.sdk.traits;

import dev.flagledger.platform.http.Bodies;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import dev.flagledger.query.sdk.identities.Acquaintances;
import dev.flagledger.query.sdk.identities.Said;
import dev.flagledger.query.sdk.identities.TraitForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /api/v1/traits/increment-value/}: adds to a trait that is a number. */
final class IncrementServlet extends ApplicationServlet {

    private final transient Acquaintances acquaintances;
    private final transient Bodies bodies;

    IncrementServlet(Doorkeeper door, Acquaintances acquaintances, Bodies bodies) {
        super(door);
        this.acquaintances = acquaintances;
        this.bodies = bodies;
    }

    /** What is answered. */
    record Incremented(String traitKey, int traitValue, String identifier) {}

    @Override
    protected String methods(HttpServletRequest request) {
        return "POST, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = bodies.read(request).form();
        var key = TraitForm.key(form);
        int by = form.integer("increment_by");
        var identifier = form.text("identifier", Said.MAX_IDENTIFIER);
        form.validate();
        visitor.requireTraits();
        int value = acquaintances.increment(
                visitor.environment().id(), identifier, key, by, () -> visitor.attribution(request));
        place(response);
        send(response, new Incremented(key, value, identifier));
    }
}
