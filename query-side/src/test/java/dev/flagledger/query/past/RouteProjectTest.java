package dev.flagledger.query.past;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.event.EnvironmentEvent.EnvironmentDeleted;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

class RouteProjectTest {

    private final Installation shop = Shop.open().state();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void aRouteNamesItsProject() {
        route(Map.of("projectId", "5"));

        assertThat(RouteProject.of(request, shop)).hasValue(5);
    }

    @Test
    void aRouteNamesAnEnvironmentByItsKey() {
        var key = shop.environment(Shop.LIVE).orElseThrow().settings().apiKey();
        route(Map.of("apiKey", key));
        assertThat(RouteProject.of(request, shop)).hasValue(Shop.PROJECT);

        route(Map.of("apiKey", "unknown"));
        request.setParameter("environment", Integer.toString(Shop.LIVE));
        assertThat(RouteProject.of(request, shop)).isEmpty();
    }

    @Test
    void aQueryNamesAnEnvironmentEvenIfItWasDeleted() {
        route(Map.of());
        request.setParameter("environment", Integer.toString(Shop.LIVE));
        assertThat(RouteProject.of(request, shop)).hasValue(Shop.PROJECT);

        var later = Shop.open().then(new EnvironmentDeleted(Shop.LIVE)).state();
        assertThat(RouteProject.of(request, later)).hasValue(Shop.PROJECT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "-1", "1.5", "99", "2147483648"})
    void nothingIsNamedByWhatIsNoEnvironment(String id) {
        route(Map.of());
        request.setParameter("environment", id);

        assertThat(RouteProject.of(request, shop)).isEmpty();
    }

    @Test
    void nothingIsNamedWithoutVariables() {
        route(Map.of());

        assertThat(RouteProject.of(request, shop)).isEmpty();
    }

    private void route(Map<String, String> variables) {
        request.setAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, variables);
    }
}
