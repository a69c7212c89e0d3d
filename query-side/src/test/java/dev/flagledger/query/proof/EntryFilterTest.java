package dev.flagledger.query.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.flagledger.engine.state.Installation;
import dev.flagledger.ledger.log.filter.StoredFilter;
import dev.flagledger.query.event.ask.EventParameters;
import dev.flagledger.query.event.table.OfOrganisations;
import dev.flagledger.query.event.table.OfProject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class EntryFilterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void thePlaceIsAConditionThatNoParameterReplaces() {
        request.addParameter("project", "8");

        assertThat(ofProject().sql()).isEqualTo(" and event.project_id = ? and event.project_id = ?");
        assertThat(ofProject().values()).containsExactly(7, 8);
        assertThat(EntryFilter.of(new OfOrganisations(List.of(3)), EventParameters.read(request, Installation.EMPTY))
                        .texts())
                .containsExactly(entry("organisation", "3"), entry("project", "8"));
    }

    @Test
    void eachParameterIsACondition() {
        request.addParameter("from", "2031-01-01T00:00:00Z");
        request.addParameter("until", "2031-01-02T00:00:00Z");
        request.addParameter("actor", "user:3");
        request.addParameter("type", "flag.state-updated");
        request.addParameter("environment", "5");
        request.addParameter("object", "feature:7");
        request.addParameter("request", "r-1");

        assertThat(ofProject().texts())
                .containsExactly(
                        entry("project", "7"),
                        entry("environment", "5"),
                        entry("from", "2031-01-01T00:00:00Z"),
                        entry("until", "2031-01-02T00:00:00Z"),
                        entry("actor_kind", "USER"),
                        entry("actor_id", "3"),
                        entry("type", "flag.state-updated"),
                        entry("object", "feature:7"),
                        entry("request", "r-1"));
    }

    @Test
    void anActionIsTheEventsWithIt() {
        request.addParameter("action", "delete");
        assertThat(ofProject().texts().get("action"))
                .contains("feature.deleted")
                .doesNotContain("created");

        request.addParameter("type", "feature.created");
        assertThat(ofProject().values()).as("both must hold").hasSize(3).endsWith("feature.created");
        assertThat(ofProject().texts())
                .as("both are told")
                .containsKey("action")
                .containsEntry("type", "feature.created");
    }

    private StoredFilter ofProject() {
        return EntryFilter.of(new OfProject(7), EventParameters.read(request, Installation.EMPTY));
    }
}
