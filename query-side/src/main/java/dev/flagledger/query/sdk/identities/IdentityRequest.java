package dev.flagledger.query.sdk.identities;

import dev.flagledger.contract.form.Form;
import dev.flagledger.contract.form.NestedForms;
import dev.flagledger.query.sdk.flags.SdkRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application says when it asks for the flags of somebody.
 *
 * @param identifier null for somebody without a name
 * @param isTransient whether nothing of it is to be kept
 * @param traits with different keys
 */
public record IdentityRequest(@Nullable String identifier, boolean isTransient, List<TraitInput> traits) {

    /** The longest name of an identity, in characters. */
    public static final int MAX_IDENTIFIER = 2000;

    private static final String IDENTIFIER = "identifier";
    private static final String TRAITS = "traits";

    /** Reads the body of a request. Of two traits with the same key the last counts. */
    static IdentityRequest read(Form form) {
        var identifier = form.textOrNull(IDENTIFIER, MAX_IDENTIFIER, null);
        boolean isTransient = Boolean.TRUE.equals(form.boolOrNull("transient", false));
        var items = form.raw(TRAITS).isNull()
                ? List.<Form>of()
                : NestedForms.list(form, TRAITS).orElse(List.of());
        Map<String, TraitInput> traits = new LinkedHashMap<>();
        items.stream().map(TraitForm::read).forEach(trait -> traits.put(trait.key(), trait));
        form.validate();
        var named = identifier == null || identifier.isEmpty() ? null : identifier;
        return new IdentityRequest(named, isTransient, List.copyOf(traits.values()));
    }

    /** What counts of it: of an application that may not say anything of identities, it is taken that it has said nothing. */
    IdentityRequest from(SdkRequest sdk) {
        return sdk.maySetTraits() ? this : new IdentityRequest(identifier, isTransient, List.of());
    }

    /** Whether some of it counts for one answer only. */
    boolean isInPassing() {
        return isTransient || traits.stream().anyMatch(TraitInput::isTransient);
    }
}
