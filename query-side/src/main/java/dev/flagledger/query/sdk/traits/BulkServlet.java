package dev.flagledger.query.sdk.traits;

import dev.flagledger.platform.http.Bodies;
import dev.flagledger.platform.http.Form;
import dev.flagledger.platform.http.InvalidInput;
import dev.flagledger.platform.http.Sent;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import dev.flagledger.query.sdk.identities.Acquaintances;
import dev.flagledger.query.sdk.identities.SaidTrait;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code PUT /api/v1/traits/bulk/}: sets traits of identities and takes others away. All is read before anything is kept;
 * what is kept, is so identity by identity.
 */
final class BulkServlet extends ApplicationServlet {

    private final transient Acquaintances acquaintances;
    private final transient Bodies bodies;

    BulkServlet(Doorkeeper door, Acquaintances acquaintances, Bodies bodies) {
        super(door);
        this.acquaintances = acquaintances;
        this.bodies = bodies;
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return "PUT, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var forms = bodies.read(request).onlyForms().orElseThrow(() -> InvalidInput.detail("Invalid request data"));
        var set = read(forms.stream().filter(form -> !ToldTrait.isNone(form)).toList());
        var removed = read(forms.stream().filter(ToldTrait::isNone).toList());
        if (!visitor.maySetTraits()) {
            throw InvalidInput.detail("Unable to set traits with client key.");
        }
        byIdentity(removed, set).forEach((identifier, traits) -> keep(visitor, request, identifier, traits));
        place(response);
        send(response, set.stream().map(ToldTrait::view).toList());
    }

    private static List<ToldTrait> read(List<Form> forms) {
        var told = forms.stream()
                .map(form -> ToldTrait.isNone(form) ? ToldTrait.readAny(form) : ToldTrait.read(form))
                .toList();
        Sent.validate(forms);
        return told;
    }

    /** What is taken away comes first; of two values for one key, the last counts. */
    private static Map<String, List<SaidTrait>> byIdentity(List<ToldTrait> removed, List<ToldTrait> set) {
        Map<String, Map<String, SaidTrait>> byKey = new LinkedHashMap<>();
        for (var traits : List.of(removed, set)) {
            for (var told : traits) {
                byKey.computeIfAbsent(told.identifier(), _ -> new LinkedHashMap<>())
                        .put(told.trait().key(), told.trait());
            }
        }
        Map<String, List<SaidTrait>> byIdentity = new LinkedHashMap<>();
        byKey.forEach((identifier, traits) -> byIdentity.put(identifier, List.copyOf(traits.values())));
        return byIdentity;
    }

    /** Nobody becomes known by what they do not have. */
    private void keep(Visitor visitor, HttpServletRequest request, String identifier, List<SaidTrait> traits) {
        int environment = visitor.environment().id();
        if (traits.stream().allMatch(SaidTrait::isNone)
                && acquaintances.named(environment, identifier).isEmpty()) {
            return;
        }
        acquaintances.keep(environment, identifier, traits, () -> visitor.attribution(request));
    }
}
