package dev.flagledger.access.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flagledger.api.Actor;
import dev.flagledger.api.access.Scope;
import dev.flagledger.engine.Shop;
import dev.flagledger.engine.state.Installation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GrantsTest {

    private static final Installation SHOP = Shop.withBasket().state();

    static Stream<Arguments> levels() {
        return Stream.of(
                Arguments.of(PermissionLevel.ORGANISATION, new Scope.OfOrganisation(Shop.ORGANISATION)),
                Arguments.of(PermissionLevel.PROJECT, new Scope.OfProject(Shop.PROJECT)),
                Arguments.of(PermissionLevel.ENVIRONMENT, new Scope.OfEnvironment(Shop.LIVE)));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void adminsHaveNoSinglePermissionsListed(PermissionLevel level, Scope scope) {
        assertThat(of(Shop.ANA, level, scope)).isEqualTo(new Grants(true, List.of()));
    }

    static Stream<Arguments> memberRights() {
        return Stream.of(
                Arguments.of(PermissionLevel.ORGANISATION, new Scope.OfOrganisation(Shop.ORGANISATION), List.of()),
                Arguments.of(PermissionLevel.PROJECT, new Scope.OfProject(Shop.PROJECT), List.of("VIEW_PROJECT")),
                Arguments.of(
                        PermissionLevel.ENVIRONMENT, new Scope.OfEnvironment(Shop.LIVE), List.of("VIEW_ENVIRONMENT")));
    }

    @ParameterizedTest
    @MethodSource("memberRights")
    void membersMayOnlyView(PermissionLevel level, Scope scope, List<String> expected) {
        assertThat(of(Shop.BO, level, scope)).isEqualTo(new Grants(false, expected));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void aStrangerHasNone(PermissionLevel level, Scope scope) {
        assertThat(of(77, level, scope)).isEqualTo(new Grants(false, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void permissionsOfALevelAreDistinct(PermissionLevel level) {
        assertThat(level.rights()).extracting(PermissionLevel.Right::key).doesNotHaveDuplicates();
        assertThat(Arrays.stream(PermissionLevel.values()).map(PermissionLevel::admin))
                .doesNotHaveDuplicates();
    }

    private static Grants of(int user, PermissionLevel level, Scope scope) {
        return Grants.of(SHOP, Actor.user(user, "somebody@example.test"), level, scope);
    }
}
