package dev.flagledger.query.sdk.traits;

import dev.flagledger.platform.http.Bodies;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import dev.flagledger.query.sdk.identities.Acquaintances;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code POST /api/v1/traits/}: sets one trait of one identity. */
final class TraitsServlet extends ApplicationServlet {

    private final transient Acquaintances acquaintances;
    private final transient Bodies bodies;

    TraitsServlet(Doorkeeper door, Acquaintances acquaintances, Bodies bodies) {
        super(door);
        this.acquaintances = acquaintances;
        this.bodies = bodies;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "POST, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var form = bodies.read(request).form();
        var told = ToldTrait.read(form);
        form.validate();
        visitor.requireTraits();
        acquaintances.keep(
                visitor.environment().id(),
                told.identifier(),
                List.of(told.trait()),
                () -> visitor.attribution(request));
        place(response);
        send(response, told.view());
    }
}
