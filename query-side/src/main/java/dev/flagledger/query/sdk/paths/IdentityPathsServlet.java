package dev.flagledger.query.sdk.paths;

import dev.flagledger.engine.state.Segment;
import dev.flagledger.engine.view.FlagView;
import dev.flagledger.engine.view.SaidTraitView;
import dev.flagledger.platform.http.Bodies;
import dev.flagledger.platform.http.InvalidInput;
import dev.flagledger.platform.http.Refusal;
import dev.flagledger.query.sdk.flags.ApplicationServlet;
import dev.flagledger.query.sdk.flags.Doorkeeper;
import dev.flagledger.query.sdk.flags.Visitor;
import dev.flagledger.query.sdk.identities.Acquaintances;
import dev.flagledger.query.sdk.identities.Meeting;
import dev.flagledger.query.sdk.identities.PreparedEnvironments;
import dev.flagledger.query.sdk.identities.SaidTrait;
import dev.flagledger.query.sdk.identities.TraitForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** In the old form: all of somebody, and one trait of theirs. */
final class IdentityPathsServlet extends ApplicationServlet {

    private static final Pattern TRAIT = pattern("/([-\\w@%.]{1,2000})/traits/([-\\w.]{1,200})/?");
    private static final Pattern SOMEBODY = pattern("/([-\\w@%.]{1,2000})/.*");

    private final transient Meeting meeting;
    private final transient PreparedEnvironments environments;
    private final transient Acquaintances acquaintances;
    private final transient Bodies bodies;

    IdentityPathsServlet(
            Doorkeeper door,
            Meeting meeting,
            PreparedEnvironments environments,
            Acquaintances acquaintances,
            Bodies bodies) {
        super(door);
        this.meeting = meeting;
        this.environments = environments;
        this.acquaintances = acquaintances;
        this.bodies = bodies;
    }

    /** All that there is to say of somebody. */
    record Whole(List<FlagView> flags, List<SaidTraitView> traits, List<SegmentRef> segments) {}

    /** A segment in brief. */
    record SegmentRef(int id, String name, @Nullable String description) {

        static SegmentRef of(Segment segment) {
            return new SegmentRef(
                    segment.id(), segment.name(), segment.definition().description());
        }
    }

    @Override
    protected String methods(HttpServletRequest request) {
        return TRAIT.matcher(request.getPathInfo()).matches() ? "GET, POST, HEAD, OPTIONS" : "GET, HEAD, OPTIONS";
    }

    @Override
    protected void answer(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var somebody = SOMEBODY.matcher(request.getPathInfo());
        var trait = TRAIT.matcher(request.getPathInfo());
        if (request.getMethod().equals("POST") && trait.matches()) {
            var told = told(visitor, trait.group(1), trait.group(2), request);
            place(response);
            send(response, told);
        } else if (somebody.matches()) {
            var whole = whole(visitor, somebody.group(1), request, response);
            place(response);
            send(response, whole);
        } else {
            throw Refusal.detail(HttpStatus.NOT_FOUND, "Not found.");
        }
    }

    private Whole whole(Visitor visitor, String identifier, HttpServletRequest request, HttpServletResponse response) {
        var met = meeting.named(visitor, identifier, request, response);
        var environment = environments.of(visitor);
        boolean hidden = visitor.environment().settings().hideSensitiveData();
        return new Whole(
                environment.flags(met, visitor.audience()).stream()
                        .map(flag -> FlagView.of(visitor.environment(), flag))
                        .toList(),
                hidden ? List.of() : met.traits().stream().map(SaidTrait::view).toList(),
                environment.segments(met).stream().map(SegmentRef::of).toList());
    }

    private SaidTraitView told(Visitor visitor, String identifier, String key, HttpServletRequest request)
            throws IOException {
        var form = bodies.read(request).form();
        var said = TraitForm.value(form, key, false);
        form.validate();
        if (said.isNone()) {
            throw InvalidInput.detail("Trait value not provided");
        }
        visitor.requireTraits();
        var kept = acquaintances.keep(
                visitor.environment().id(), identifier, List.of(said), () -> visitor.attribution(request));
        return new SaidTraitView(kept.trait(key).orElseThrow().id(), key, said.plain(), false);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
