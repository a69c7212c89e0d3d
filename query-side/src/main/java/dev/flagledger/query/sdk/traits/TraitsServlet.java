package dev.flagledger.query.sdk.traits;

import dev.flagledger.contract.form.Bodies;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import dev.flagledger.query.sdk.identities.IdentityRegistrar;
import dev.flagledger.query.sdk.identities.SdkCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** {@code POST /api/v1/traits/}: sets one trait of one identity. */
final class TraitsServlet extends ApplicationServlet {

    private final transient IdentityRegistrar registrar;
    private final transient Bodies bodies;

    TraitsServlet(Doorkeeper door, IdentityRegistrar registrar, Bodies bodies) {
        super(door);
        this.registrar = registrar;
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
        var told = TraitOfIdentity.read(form);
        form.validate();
        visitor.requireTraits();
        registrar.record(new SdkCaller(visitor, request), told.identifier(), List.of(told.trait()));
        place(response);
        send(response, told.view());
    }
}
